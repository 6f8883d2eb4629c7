import { describe, expect, it } from 'vitest';
import { candidates } from '../../mock/fixtures.mjs';
import type { Candidate } from '../api/types';
import { filterRows, NO_FILTERS, originLines, sortRows, toRow } from './row';

const rows = (candidates as unknown as Candidate[]).map(toRow);
const formulas = (found: typeof rows): string[] => found.map((row) => row.candidate.formula);

describe('filters', () => {
  it('takes element symbols as "contains all of these"', () => {
    expect(formulas(filterRows(rows, { ...NO_FILTERS, text: 'Re P' }))).toEqual(['ReZrP', 'ReTiP']);
  });

  it('takes anything else as a piece of the formula', () => {
    expect(formulas(filterRows(rows, { ...NO_FILTERS, text: 're2z' }))).toEqual(['Re2ZrAl']);
  });

  it('holds bounds and applicability together', () => {
    const found = filterRows(rows, { ...NO_FILTERS, hullAtMost: 0.05, temperatureAtLeast: 9, applicability: 'EXTRAPOLATING' });
    expect(formulas(found)).toEqual(['MoRe3N']);
  });

  it('never lets a missing estimate pass a bound', () => {
    const bare = toRow({ ...(candidates[0] as unknown as Candidate), estimates: {} });
    expect(filterRows([bare], { ...NO_FILTERS, hullAtMost: 100 })).toEqual([]);
    expect(filterRows([bare], NO_FILTERS)).toHaveLength(1);
  });
});

describe('sorting', () => {
  it('puts rows without the value last in both directions', () => {
    const bare = toRow({ ...(candidates[0] as unknown as Candidate), crystal: 'x', formula: 'Bare', estimates: {} });
    expect(sortRows([bare, ...rows], 'temperature', true).at(-1)).toBe(bare);
    expect(sortRows([bare, ...rows], 'temperature', false).at(-1)).toBe(bare);
    expect(sortRows(rows, 'temperature', true)[0]?.candidate.formula).toBe('MoRe3N');
  });
});

it('reads the origin record of the tools and a plain sentence alike', () => {
  expect(originLines(candidates[0] as unknown as Candidate)[0]?.text).toContain('known superconductor');
  const said = { ...(candidates[0] as unknown as Candidate), origin: 'from a file' };
  expect(originLines(said)[0]).toEqual({ name: 'Made by', text: 'from a file' });
});
