import type { ApplicabilityLevel, Estimate, Json } from '../api/types';

const MINUS = '\u2212';

/** A number with a real minus sign and a fixed count of decimals. */
export function fixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return '\u2014';
  const text = value.toFixed(decimals);
  if (Number(text) === 0) return text.replace('-', '');
  return text.replace('-', MINUS);
}

/**
 * Decimals that carry information: the standard deviation keeps two significant digits when it starts with 1,
 * else one, and the value follows it (GUM 7.2.6 leaves at most two).
 */
export function decimalsFor(standardDeviation: number | null | undefined, fallback: number): number {
  if (standardDeviation == null || !(standardDeviation > 0) || !Number.isFinite(standardDeviation)) return fallback;
  const exponent = Math.floor(Math.log10(standardDeviation));
  const leading = standardDeviation / 10 ** exponent;
  const digits = leading < 2 ? 2 : 1;
  return Math.min(6, Math.max(0, digits - 1 - exponent));
}

// One count of decimals per unit, so that a column lines up and rows compare at a glance.
const UNIT_DECIMALS: Record<string, number> = { 'eV/atom': 3, K: 1, '': 2 };

export interface Rendered {
  value: string;
  spread: string;
  unit: string;
}

/** A dimensionless unit is written as nothing. */
export function unitText(unit: string | null | undefined): string {
  if (!unit || unit === '1' || unit === 'probability' || unit === 'dimensionless') return '';
  return unit.replace('angstrom', 'Å').replace('^3', '³').replace('*', '·');
}

export function renderEstimate(estimate: Estimate): Rendered {
  const unit = unitText(estimate.unit);
  const decimals = UNIT_DECIMALS[unit] ?? decimalsFor(estimate.standard_deviation, 3);
  return {
    value: fixed(estimate.value, decimals),
    spread:
      estimate.standard_deviation == null ? '' : `\u00b1\u2009${fixed(estimate.standard_deviation, decimals)}`,
    unit,
  };
}

export function estimateText(estimate: Estimate | null | undefined): string {
  if (!estimate) return 'not estimated';
  const parts = renderEstimate(estimate);
  return [parts.value, parts.spread, parts.unit].filter(Boolean).join(' ');
}

export const APPLICABILITY_WORDS: Record<ApplicabilityLevel, string> = {
  IN_DOMAIN: 'in domain',
  EXTRAPOLATING: 'extrapolating',
  OUT_OF_DOMAIN: 'out of domain',
};

/** The least applicable level among some estimates: a row is only as trustworthy as its weakest number. */
export function weakest(estimates: (Estimate | null | undefined)[]): ApplicabilityLevel | null {
  const order: ApplicabilityLevel[] = ['IN_DOMAIN', 'EXTRAPOLATING', 'OUT_OF_DOMAIN'];
  let worst = -1;
  for (const estimate of estimates) {
    const level = estimate?.applicability?.level;
    if (level) worst = Math.max(worst, order.indexOf(level));
  }
  return order[worst] ?? null;
}

export function isEstimate(value: unknown): value is Estimate {
  if (!value || typeof value !== 'object') return false;
  const candidate = value as Record<string, unknown>;
  return (
    typeof candidate['value'] === 'number' && typeof candidate['unit'] === 'string' && 'standard_deviation' in candidate
  );
}

/** A short form of a content hash; the whole one goes into the title. */
export function shortHash(hash: string | null | undefined): string {
  if (!hash) return '\u2014';
  const bare = hash.replace(/^sha256[:-]/, '');
  return bare.length <= 14 ? bare : `${bare.slice(0, 8)}\u2026${bare.slice(-4)}`;
}

/** A text for reading: the addresses of files in it, 64 digits long, cut short. */
export function withShortAddresses(text: string): string {
  return text.replace(/\b([0-9a-f]{8})[0-9a-f]{52}([0-9a-f]{4})\b/g, '$1\u2026$2');
}

export function duration(ms: number | null | undefined): string {
  if (ms == null || !Number.isFinite(ms) || ms < 0) return '';
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 60) return `${minutes} min ${Math.round((ms % 60_000) / 1000)} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Until when, in words for a person: "23 h 59 min", "45 s", or "expired". */
export function remaining(until: string, now: number): string {
  const ms = Date.parse(until) - now;
  if (Number.isNaN(ms)) return '';
  if (ms <= 0) return 'expired';
  if (ms < 60_000) return `${Math.ceil(ms / 1000)} s`;
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  return `${Math.floor(minutes / 1440)} days`;
}

/** A time as a person says it: "just now", "12 min ago", "09:14", "21 Nov, 09:14". */
export function ago(at: string, now: number): string {
  const then = Date.parse(at);
  if (Number.isNaN(then)) return at;
  const minutes = Math.floor((now - then) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const date = new Date(then);
  const time = date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  if (minutes < 24 * 60 && new Date(now).getDate() === date.getDate()) return `today, ${time}`;
  return `${date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })}, ${time}`;
}

export function clock(at: string): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? at : date.toLocaleTimeString('en-GB');
}

/** A name from code as words: "not_in_known_set" and "PlanProposed" become "not in known set" and "plan proposed". */
export function words(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** First letter up, the rest as it is. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** One line of what a JSON value holds, for the closed node of a tree. */
export function preview(value: Json, limit = 60): string {
  if (isEstimate(value)) return estimateText(value);
  const text = JSON.stringify(value) ?? '';
  return text.length > limit ? `${text.slice(0, limit - 1)}\u2026` : text;
}
