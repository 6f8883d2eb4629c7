import { type Fields, fieldsOf, listOf, stringsOf, textOf } from '../api/fields';
import type { Estimate, Json } from '../api/types';
import { isEstimate, words } from '../text/format';

export interface Weighing {
  formula: string;
  name: string;
  form: string;
  purity: number | null;
  massGrams: number | null;
  excessPercent: number | null;
  reason: string;
  storage: string;
}

export interface ProgramStep {
  step: string;
  temperatureC: number | null;
  rampCPerHour: number | null;
  holdHours: number | null;
  atmosphere: string;
}

export interface HazardLine {
  source: string;
  hazard: string;
  precaution: string;
}

export interface Peak {
  twoTheta: number;
  intensity: number;
  label: string;
}

export interface Pattern {
  radiation: string;
  wavelength: number | null;
  peaks: Peak[];
}

/** An estimate under its symbol: `name` with `below` set below the line. */
export interface NamedEstimate {
  name: string;
  below: string;
  estimate: Estimate;
}

/** A molecule that goes in or comes out, which a spectrum can tell. */
export interface Species {
  formula: string;
  name: string;
  smiles: string;
  leaves: boolean;
  why: string;
}

/** One entry of a synthesis list as the screen shows it. */
export interface Item {
  key: string;
  formula: string;
  crystal: string | null;
  prototype: string;
  kind: string;
  batchGrams: number | null;
  weighings: Weighing[];
  method: string;
  container: string;
  atmosphere: string;
  reasons: string[];
  alternatives: string[];
  melting: { liquidus: number; solidus: number; spread: number } | null;
  program: ProgramStep[];
  hazards: HazardLine[];
  pattern: Pattern | null;
  estimates: NamedEstimate[];
  molecules: Species[];
  notes: string[];
}

function pick(fields: Fields, ...names: string[]): Json | undefined {
  for (const name of names) if (fields[name] !== undefined && fields[name] !== null) return fields[name];
  return undefined;
}

function text(fields: Fields, ...names: string[]): string {
  const found = pick(fields, ...names);
  return typeof found === 'string' ? found : typeof found === 'number' ? String(found) : '';
}

function number(fields: Fields, ...names: string[]): number | null {
  const found = pick(fields, ...names);
  if (typeof found === 'number') return found;
  return isEstimate(found) ? found.value : null;
}

/** Reads an item as `draft_synthesis_list` writes it; what is absent stays absent. */
export function readItem(json: Json, index: number): Item {
  const item = fieldsOf(json);
  const route = fieldsOf(pick(item, 'route'));
  const liquidus = number(route, 'estimated_liquidus_c', 'liquidus_c');
  const solidus = number(route, 'estimated_solidus_c', 'solidus_c');
  return {
    key: `${text(item, 'crystal')}-${index}`,
    formula: text(item, 'formula') || `Item ${index + 1}`,
    crystal: text(item, 'crystal') || null,
    prototype: text(item, 'prototype'),
    kind: text(item, 'kind'),
    batchGrams: number(item, 'batch_mass_g', 'batch_g'),
    weighings: listOf(pick(item, 'precursors', 'weighings')).map(readWeighing),
    method: words(text(route, 'method')),
    container: text(route, 'container'),
    atmosphere: text(route, 'atmosphere'),
    reasons: stringsOf(pick(route, 'reasons') ?? pick(item, 'route_reasons', 'reasons')),
    alternatives: stringsOf(pick(route, 'alternatives')),
    melting:
      liquidus !== null && solidus !== null
        ? { liquidus, solidus, spread: number(route, 'melting_uncertainty_c') ?? Number.NaN }
        : null,
    program: listOf(pick(item, 'program', 'temperature_program')).map(readStep),
    hazards: listOf(pick(item, 'hazards')).map(readHazard),
    pattern: readPattern(pick(item, 'pattern', 'powder_pattern')),
    estimates: readEstimates(item),
    molecules: listOf(item['molecules']).map(readSpecies).filter((one) => one.smiles !== ''),
    notes: stringsOf(pick(item, 'caveats', 'notes', 'warnings')),
  };
}

function readWeighing(json: Json): Weighing {
  const line = fieldsOf(json);
  return {
    formula: text(line, 'formula', 'precursor'),
    name: text(line, 'name'),
    form: text(line, 'form'),
    purity: number(line, 'purity'),
    massGrams: number(line, 'mass_g', 'mass_grams', 'mass'),
    excessPercent: number(line, 'excess_percent'),
    reason: text(line, 'reason'),
    storage: text(line, 'storage'),
  };
}

function readSpecies(json: Json): Species {
  const one = fieldsOf(json);
  return {
    formula: textOf(one['formula']),
    name: textOf(one['name']),
    smiles: textOf(one['smiles']),
    leaves: one['role'] === 'BY_PRODUCT',
    why: textOf(one['why']),
  };
}

function readStep(json: Json): ProgramStep {
  if (typeof json === 'string') {
    return { step: json, temperatureC: null, rampCPerHour: null, holdHours: null, atmosphere: '' };
  }
  const step = fieldsOf(json);
  return {
    step: text(step, 'step', 'what', 'action'),
    temperatureC: number(step, 'temperature_c'),
    rampCPerHour: number(step, 'ramp_c_per_hour', 'ramp_cper_hour'),
    holdHours: number(step, 'hold_hours'),
    atmosphere: text(step, 'atmosphere'),
  };
}

function readHazard(json: Json): HazardLine {
  if (typeof json === 'string') return { source: '', hazard: json, precaution: '' };
  const hazard = fieldsOf(json);
  return {
    source: text(hazard, 'source'),
    hazard: text(hazard, 'hazard', 'text'),
    precaution: text(hazard, 'precaution', 'what_to_do'),
  };
}

function readPattern(json: Json | undefined): Pattern | null {
  const pattern = fieldsOf(json);
  const lines = listOf(Array.isArray(json) ? json : pick(pattern, 'lines', 'reflections', 'peaks'));
  const peaks = lines.flatMap((line) => {
    const fields = fieldsOf(line);
    const twoTheta = number(fields, 'two_theta', 'two_theta_deg', 'two_theta_degrees', 'angle');
    const intensity = number(fields, 'intensity', 'relative_intensity');
    if (twoTheta === null || intensity === null) return [];
    const hkl = pick(fields, 'hkl', 'label', 'indices');
    const label = Array.isArray(hkl)
      ? hkl.join(' ')
      : typeof hkl === 'string'
        ? hkl
        : ['h', 'k', 'l'].map((name) => number(fields, name)).join(' ');
    return [{ twoTheta, intensity, label: label.trim() === '' ? '' : label }];
  });
  if (peaks.length === 0) return null;
  const radiation = text(pattern, 'radiation', 'source');
  return {
    radiation: radiationName(radiation),
    wavelength: number(pattern, 'wavelength', 'wavelength_angstrom'),
    peaks,
  };
}

const ESTIMATES: [key: string, name: string, below: string][] = [
  ['critical_temperature', 'T', 'c'],
  ['superconductor', 'P(sc)', ''],
  ['energy_above_hull', 'E', 'hull'],
  ['formation_energy', 'E', 'form'],
];

function readEstimates(item: Fields): NamedEstimate[] {
  const nested = fieldsOf(pick(item, 'expected', 'estimates'));
  return ESTIMATES.flatMap(([key, name, below]) => {
    const found = item[key] ?? nested[key];
    return isEstimate(found) ? [{ name, below, estimate: found }] : [];
  });
}

/** "Cu K-alpha" and "CU_K_ALPHA" as they are written in print. */
function radiationName(name: string): string {
  return name.replace(/[-_ ]?K[-_ ]?alpha/i, ' K\u03b1').replace(/^([A-Z])([A-Z]) /, (_, a: string, b: string) => `${a}${b.toLowerCase()} `);
}
