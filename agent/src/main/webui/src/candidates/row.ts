import type { ApplicabilityLevel, Candidate, Estimate, Json } from '../api/types';
import { elementsOf } from '../text/formula';
import { sentence, weakest, words } from '../text/format';

export type NoveltyLevel =
  | 'KNOWN_SUPERCONDUCTOR'
  | 'KNOWN_STRUCTURE'
  | 'KNOWN_COMPOSITION'
  | 'NEW_COMPOSITION'
  | 'NEW_SYSTEM';

const NOVELTY_ORDER: NoveltyLevel[] = [
  'KNOWN_SUPERCONDUCTOR',
  'KNOWN_STRUCTURE',
  'KNOWN_COMPOSITION',
  'NEW_COMPOSITION',
  'NEW_SYSTEM',
];
const NOVELTY_WORDS: Record<NoveltyLevel, string> = {
  KNOWN_SUPERCONDUCTOR: 'known superconductor',
  KNOWN_STRUCTURE: 'known structure',
  KNOWN_COMPOSITION: 'known composition',
  NEW_COMPOSITION: 'new composition',
  NEW_SYSTEM: 'new system',
};

/** What the table shows of a candidate. */
export interface Row {
  candidate: Candidate;
  elements: string[];
  hull: Estimate | null;
  energy: Estimate | null;
  probability: Estimate | null;
  temperature: Estimate | null;
  applicability: ApplicabilityLevel | null;
  reasons: string;
  novelty: string;
  noveltyRank: number;
  noveltyReason: string;
  isNew: boolean;
}

export function toRow(candidate: Candidate): Row {
  const { estimates } = candidate;
  const all = [
    estimates.formation_energy,
    estimates.energy_above_hull,
    estimates.superconductor,
    estimates.critical_temperature,
  ];
  const applicability = weakest(all);
  const reasons = [
    ...new Set(
      all
        .filter((estimate) => estimate?.applicability?.level === applicability)
        .map((estimate) => estimate?.applicability?.reason ?? '')
        .filter((reason) => reason !== ''),
    ),
  ];
  const novelty = readNovelty(candidate.novelty);
  return {
    candidate,
    elements: elementsOf(candidate.formula),
    energy: estimates.formation_energy ?? null,
    hull: estimates.energy_above_hull ?? null,
    probability: estimates.superconductor ?? null,
    temperature: estimates.critical_temperature ?? null,
    applicability,
    reasons: reasons.join('; '),
    ...novelty,
  };
}

function field(json: Json | undefined, name: string): Json | undefined {
  return json && typeof json === 'object' && !Array.isArray(json) ? json[name] : undefined;
}

function readNovelty(
  json: Json | undefined,
): Pick<Row, 'novelty' | 'noveltyRank' | 'noveltyReason' | 'isNew'> {
  const level = typeof json === 'string' ? json : field(json, 'level');
  const reason = field(json, 'reason');
  if (typeof level !== 'string') return { novelty: 'not checked', noveltyRank: -1, noveltyReason: '', isNew: false };
  const rank = NOVELTY_ORDER.indexOf(level as NoveltyLevel);
  return {
    novelty: NOVELTY_WORDS[level as NoveltyLevel] ?? words(level),
    noveltyRank: rank,
    noveltyReason: typeof reason === 'string' ? reason : '',
    isNew: level.startsWith('NEW'),
  };
}

/** Where a candidate came from, in words: the server sends a sentence or the tool's record of it. */
export function originLines(candidate: Candidate): { name: string; text: string }[] {
  const detail = candidate.origin_detail;
  const origin = detail && typeof detail === 'object' ? detail : candidate.origin;
  const lines: { name: string; text: string }[] = [];
  const routes: Record<string, string> = {
    MOTIF: 'substitution into the structure of a known superconductor',
    PROTOTYPE: 'decoration of a structure type',
    MUTATION: 'other elements in the places of a known stable crystal',
    SPACE_GROUP: 'atoms at random on the Wyckoff positions of a space group, brought to rest',
    FILE: 'read from a file',
  };
  const route = typeof origin === 'string' ? origin : field(origin, 'route');
  if (typeof route === 'string') lines.push({ name: 'Made by', text: routes[route] ?? (/^[A-Z_]+$/.test(route) ? words(route) : route) });
  const prototype = prototypeName(candidate);
  if (prototype) lines.push({ name: 'Structure type', text: prototype });
  for (const name of ['parent', 'substitution', 'rule', 'note']) {
    const text = field(origin, name);
    if (typeof text === 'string' && text) lines.push({ name: sentence(name), text: name === 'substitution' ? text.replaceAll('->', '→') : text });
  }
  return lines;
}

/** Name of the structure type; the tool's record knows it better than the row, which may hold the parent. */
export function prototypeName(candidate: Candidate): string {
  const named = field(candidate.origin_detail, 'prototype') ?? field(candidate.origin, 'prototype') ?? candidate.prototype;
  return typeof named === 'string' ? named : '';
}

export type SortKey =
  | 'rank'
  | 'formula'
  | 'energy'
  | 'hull'
  | 'probability'
  | 'temperature'
  | 'applicability'
  | 'novelty'
  | 'score';

export interface Filters {
  text: string;
  hullAtMost: number | null;
  temperatureAtLeast: number | null;
  applicability: ApplicabilityLevel | 'ANY';
  onlyNew: boolean;
}

export const NO_FILTERS: Filters = {
  text: '',
  hullAtMost: null,
  temperatureAtLeast: null,
  applicability: 'ANY',
  onlyNew: false,
};

/** Keeps rows that pass every filter; a missing estimate never passes a bound on it. */
export function filterRows(rows: Row[], filters: Filters): Row[] {
  const wanted = filters.text.trim();
  const symbols = wanted.split(/[\s,]+/).filter((word) => /^[A-Z][a-z]?$/.test(word));
  const asElements = wanted !== '' && symbols.length === wanted.split(/[\s,]+/).filter(Boolean).length;
  return rows.filter((row) => {
    if (wanted !== '') {
      const found = asElements
        ? symbols.every((symbol) => row.elements.includes(symbol))
        : `${row.candidate.formula} ${prototypeName(row.candidate)} ${row.candidate.space_group ?? ''}`
            .toLowerCase()
            .includes(wanted.toLowerCase());
      if (!found) return false;
    }
    if (filters.hullAtMost !== null && !(row.hull && row.hull.value <= filters.hullAtMost)) return false;
    if (filters.temperatureAtLeast !== null && !(row.temperature && row.temperature.value >= filters.temperatureAtLeast)) {
      return false;
    }
    if (filters.applicability !== 'ANY' && row.applicability !== filters.applicability) return false;
    return !filters.onlyNew || row.isNew;
  });
}

const LEVELS: (ApplicabilityLevel | null)[] = ['IN_DOMAIN', 'EXTRAPOLATING', 'OUT_OF_DOMAIN', null];

/** Sorts a copy; rows without the value go last in either direction, ties keep the rank. */
export function sortRows(rows: Row[], key: SortKey, descending: boolean): Row[] {
  const value = (row: Row): number | string | null => {
    switch (key) {
      case 'rank':
        return row.candidate.rank;
      case 'formula':
        return row.candidate.formula;
      case 'energy':
        return row.energy?.value ?? null;
      case 'hull':
        return row.hull?.value ?? null;
      case 'probability':
        return row.probability?.value ?? null;
      case 'temperature':
        return row.temperature?.value ?? null;
      case 'applicability':
        return LEVELS.indexOf(row.applicability);
      case 'novelty':
        return row.noveltyRank;
      case 'score':
        return row.candidate.score ?? null;
    }
  };
  return [...rows].sort((a, b) => {
    const x = value(a);
    const y = value(b);
    if (x === null || y === null) return x === y ? a.candidate.rank - b.candidate.rank : x === null ? 1 : -1;
    const order = typeof x === 'string' && typeof y === 'string' ? x.localeCompare(y) : Number(x) - Number(y);
    return (descending ? -order : order) || a.candidate.rank - b.candidate.rank;
  });
}
