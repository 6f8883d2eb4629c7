import { fieldsOf, listOf, numberOf, numbersOf, stringsOf, textOf } from '../api/fields';
import type { Call, Json } from '../api/types';
import type { Vector, ViewerMolecule } from '../candidates/structure';

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
  viewer: ViewerMolecule | null;
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
    viewer: toViewerMolecule(textOf(sheet['smiles']), listOf(sheet['atoms']), listOf(sheet['bonds'])),
    expected: listOf(sheet['expected']).flatMap(readCurve),
  };
}

const ORDERS: Record<string, 1 | 2 | 3 | 'aromatic' | undefined> = { SINGLE: 1, DOUBLE: 2, TRIPLE: 3, AROMATIC: 'aromatic' };

function toViewerMolecule(id: string, atoms: Json[], bonds: Json[]): ViewerMolecule | null {
  const sites = atoms.flatMap((json) => {
    const atom = fieldsOf(json);
    const element = textOf(atom['element']);
    const xyz = numbersOf(atom['position']);
    if (!element || xyz.length !== 3) return [];
    const place = xyz as Vector;
    return [{ species: [{ element, occu: 1, oxidation_state: 0 }], abc: place, xyz: place, label: element, properties: {} }];
  });
  if (sites.length === 0 || sites.length !== atoms.length) return null;
  const drawn = bonds.flatMap((json) => {
    const bond = fieldsOf(json);
    const first = numberOf(bond['first']);
    const second = numberOf(bond['second']);
    const order = ORDERS[textOf(bond['order'])];
    if (first === null || second === null || !order || !sites[first] || !sites[second]) return [];
    return [{ site_idx_1: first, site_idx_2: second, order }];
  });
  return { id, sites, charge: 0, properties: { bonds: drawn } };
}

/** "87.1 %", and never a certainty that no model has. */
export function percent(probability: number | null): string {
  if (probability === null) return '—';
  if (probability > 0.9995) return '> 99.9 %';
  if (probability > 0 && probability < 0.0005) return '< 0.1 %';
  return `${(probability * 100).toFixed(1)} %`;
}

/** A path through a curve. */
export function path(curve: Curve, x: (at: number) => number, y: (value: number) => number): string {
  return curve.values
    .map((value, index) => `${index === 0 ? 'M' : 'L'}${x(curve.start + index * curve.step).toFixed(1)} ${y(Math.max(0, value)).toFixed(1)}`)
    .join('');
}
