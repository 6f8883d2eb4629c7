import { expect, it } from 'vitest';
import { toViewerCrystal } from './structure';

const crystal = { id: 'x', formula: 'NaCl', lattice: [[0, 2, 2], [2, 0, 2], [2, 2, 0]], species: ['Na', { Cl: 0.5, Br: 0.5 }], frac_coords: [[0, 0, 0], [0.5, 0.5, 0.5]] };

it('computes cell and cartesian positions', () => {
  const converted = toViewerCrystal(crystal);
  expect(converted.lattice.a).toBeCloseTo(Math.sqrt(8), 12);
  expect(converted.lattice.alpha).toBeCloseTo(60, 10);
  expect(converted.lattice.volume).toBeCloseTo(16, 12);
  expect(converted.sites[1]?.xyz).toEqual([2, 2, 2]);
  expect(converted.sites[1]?.species.map((species) => species.occu)).toEqual([0.5, 0.5]);
});

it('refuses what cannot be drawn, in words', () => {
  expect(() => toViewerCrystal({ ...crystal, lattice: [[1, 0, 0], [2, 0, 0], [0, 0, 1]] })).toThrow(/no volume/);
  expect(() => toViewerCrystal({ ...crystal, frac_coords: [[0, 0, 0]] })).toThrow(/do not match/);
  expect(() => toViewerCrystal({ ...crystal, frac_coords: [[0, 0, 0], [0, 0, Number.NaN]] })).toThrow(/not a number/);
});
