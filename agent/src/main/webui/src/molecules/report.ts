import { fieldsOf, listOf, numberOf, numbersOf, stringsOf, textOf } from '../api/fields';
import type { Call, Json } from '../api/types';
import type { Vector } from '../candidates/structure';
import type { Molecule3d, Order } from './scene';

export type Modality = 'ir' | 'raman' | 'uv';

export const MODALITIES: Modality[] = ['ir', 'raman', 'uv'];

export const MODALITY_NAMES: Record<Modality, string> = { ir: 'Infrared', raman: 'Raman', uv: 'UV-Vis' };

export interface Curve {
  modality: Modality;
  unit: string;
  start: number;
  step: number;
  values: number[];
}

/** A molecule beside the spectra. */
export interface Sheet {
  smiles: string;
  inchikey: string;
  formula: string;
  probability: number | null;
  mismatch: number | null;
  drawing: string;
  molecule: Molecule3d | null;
  expected: Curve[];
}

export interface Report {
  id: string;
  outside: string;
  topIsRight: number | null;
  given: Curve[];
  molecules: Sheet[];
  remarks: string[];
}

/** A finished call about spectra. */
export interface SpectralCall {
  call: string;
  kind: 'elucidation' | 'verification';
  report: string;
  id: string;
  verdict: string;
  pValue: number | null;
}

const KINDS: Record<string, SpectralCall['kind'] | undefined> = {
  elucidate_molecule: 'elucidation',
  verify_precursor: 'verification',
};

/** The calls whose results have a report on spectra, newest last. */
export function spectralCalls(calls: Call[]): SpectralCall[] {
  return calls.flatMap((call) => {
    const kind = KINDS[call.tool];
    const result = fieldsOf(call.result);
    const report = textOf(result['report']);
    if (!kind || call.status !== 'SUCCEEDED' || !report) return [];
    return [
      {
        call: call.id,
        kind,
        report,
        id: textOf(result['id']),
        verdict: textOf(result['verdict']),
        pValue: numberOf(result['p_value']),
      },
    ];
  });
}

/** Reads a report; what is absent or broken is left out, never guessed. */
export function readReport(json: Json): Report {
  const report = fieldsOf(json);
  return {
    id: textOf(report['id']),
    outside: textOf(report['outside']),
    topIsRight: numberOf(report['top_is_right']),
    given: listOf(report['given']).flatMap(readCurve),
    molecules: listOf(report['molecules']).map(readSheet),
    remarks: stringsOf(report['remarks']),
  };
}

function readCurve(json: Json): Curve[] {
  const curve = fieldsOf(json);
  const modality = MODALITIES.find((one) => one === curve['modality']);
  const start = numberOf(curve['start']);
  const step = numberOf(curve['step']);
  const values = numbersOf(curve['values']);
  if (!modality || start === null || step === null || !(step > 0) || values.length < 2) return [];
  return [{ modality, unit: textOf(curve['unit']), start, step, values }];
}

function readSheet(json: Json): Sheet {
  const sheet = fieldsOf(json);
  return {
    smiles: textOf(sheet['smiles']),
    inchikey: textOf(sheet['inchikey']),
    formula: textOf(sheet['formula']),
    probability: numberOf(sheet['probability']),
    mismatch: numberOf(sheet['mismatch']),
    drawing: textOf(sheet['drawing']),
    molecule: readMolecule(listOf(sheet['atoms']), listOf(sheet['bonds'])),
    expected: listOf(sheet['expected']).flatMap(readCurve),
  };
}

const ORDERS: Record<string, Order | undefined> = { SINGLE: 1, DOUBLE: 2, TRIPLE: 3 };

function readMolecule(atoms: Json[], bonds: Json[]): Molecule3d | null {
  const balls = atoms.flatMap((json) => {
    const atom = fieldsOf(json);
    const element = textOf(atom['element']);
    const xyz = numbersOf(atom['position']);
    return element && xyz.length === 3 ? [{ element, charge: numberOf(atom['charge']) ?? 0, xyz: xyz as Vector }] : [];
  });
  if (balls.length === 0 || balls.length !== atoms.length) return null;
  const rods = bonds.flatMap((json) => {
    const bond = fieldsOf(json);
    const first = numberOf(bond['first']);
    const second = numberOf(bond['second']);
    const order = ORDERS[textOf(bond['order'])];
    return first !== null && second !== null && order && balls[first] && balls[second] ? [{ first, second, order }] : [];
  });
  return { atoms: balls, bonds: rods };
}

/** "87.1 %", and never a certainty that no model has. */
export function percent(probability: number | null): string {
  if (probability === null) return '—';
  if (probability > 0.9995) return '> 99.9 %';
  if (probability > 0 && probability < 0.0005) return '< 0.1 %';
  return `${(probability * 100).toFixed(1)} %`;
}

/** "p = 0.412", and neither 0 nor 1, which no finite comparison gives. */
export function pValue(p: number | null): string {
  if (p === null) return 'p unknown';
  if (p < 0.001) return 'p < 0.001';
  return p > 0.999 ? 'p > 0.999' : `p = ${p.toFixed(3)}`;
}

/** The part of a curve in which anything is: a model expects nothing beyond the range that it has learned. */
export function covered(curve: Curve): Curve {
  const first = curve.values.findIndex((value) => value > 0);
  if (first < 0) return curve;
  const last = curve.values.findLastIndex((value) => value > 0);
  return { ...curve, start: curve.start + first * curve.step, values: curve.values.slice(first, last + 1) };
}

/** A path through a curve. */
export function path(curve: Curve, x: (at: number) => number, y: (value: number) => number): string {
  return curve.values
    .map((value, index) => `${index === 0 ? 'M' : 'L'}${x(curve.start + index * curve.step).toFixed(1)} ${y(Math.max(0, value)).toFixed(1)}`)
    .join('');
}
