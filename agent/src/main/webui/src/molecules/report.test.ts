import { expect, it } from 'vitest';
import { elucidation, spectralReport } from '../../mock/spectra.mjs';
import type { Call, Json } from '../api/types';
import { covered, path, percent, pValue, readReport, spectralCalls } from './report';

const call = (tool: string, status: Call['status'], result: Json): Call =>
  ({ id: 'c1', tool, status, result, arguments: {}, why: null, progress: null, error: null, effect: 'COMPUTE', started_at: '', finished_at: null, duration_ms: null });

it('reads a report as the tool writes it', () => {
  const report = readReport(spectralReport);
  expect(report.topIsRight).toBe(0.871);
  expect(report.given.map((curve) => curve.modality)).toEqual(['ir', 'raman', 'uv']);
  expect(report.molecules).toHaveLength(2);
  const first = report.molecules[0];
  expect(first?.molecule?.atoms).toHaveLength(10);
  expect(first?.molecule?.bonds).toHaveLength(9);
  expect(first?.molecule?.bonds.filter((bond) => bond.order === 2)).toHaveLength(1);
  expect(first?.expected).toHaveLength(3);
  expect(Math.max(...(report.given[0]?.values ?? []))).toBe(1);
});

it('stands a report of the wrong shape', () => {
  for (const broken of [null, 7, [], { given: [{ modality: 'nmr' }, { modality: 'ir', start: 0, step: 0, values: [1, 2] }], molecules: [null, { atoms: [{ element: 'C' }] }] }] as Json[]) {
    const report = readReport(broken);
    expect(report.given).toEqual([]);
    for (const sheet of report.molecules) expect(sheet.molecule).toBeNull();
  }
});

it('finds the calls that have a report', () => {
  const calls = [
    call('elucidate_molecule', 'SUCCEEDED', elucidation),
    call('verify_precursor', 'SUCCEEDED', { report: 'a', id: 'm', verdict: 'CONSISTENT', p_value: 0.4 }),
    call('verify_precursor', 'FAILED', null),
    call('predict_tc', 'SUCCEEDED', { report: 'a' }),
  ];
  const found = spectralCalls(calls);
  expect(found.map((one) => one.kind)).toEqual(['elucidation', 'verification']);
  expect(found[1]).toMatchObject({ verdict: 'CONSISTENT', pValue: 0.4 });
});

it('never claims certainty', () => {
  expect(percent(1)).toBe('> 99.9 %');
  expect(percent(0.871)).toBe('87.1 %');
  expect(percent(0.0001)).toBe('< 0.1 %');
  expect(percent(null)).toBe('—');
});

it('writes a p-value', () => {
  expect(pValue(1)).toBe('p > 0.999');
  expect(pValue(0)).toBe('p < 0.001');
  expect(pValue(0.0421)).toBe('p = 0.042');
  expect(pValue(null)).toBe('p unknown');
});

it('ends a curve where the model has nothing to say', () => {
  const curve = { modality: 'uv' as const, unit: 'eV', start: 0, step: 0.5, values: [0, 0, 0.2, 0, 1, 0, 0] };
  expect(covered(curve)).toEqual({ ...curve, start: 1, values: [0.2, 0, 1] });
  expect(covered({ ...curve, values: [0, 0] }).values).toEqual([0, 0]);
});

it('draws a curve', () => {
  const curve = { modality: 'ir' as const, unit: '1/cm', start: 500, step: 4, values: [0, 1, -0.2] };
  expect(path(curve, (x) => x - 500, (y) => 10 - 10 * y)).toBe('M0.0 10.0L4.0 0.0L8.0 10.0');
});
