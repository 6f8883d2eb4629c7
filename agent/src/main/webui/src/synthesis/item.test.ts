import { expect, it } from 'vitest';
import { items } from '../../mock/fixtures.mjs';
import type { Json } from '../api/types';
import { readItem } from './item';

it('reads an item as the tool writes it', () => {
  const item = readItem(items[0] as Json, 0);
  expect(item.formula).toBe('ReZrP');
  expect(item.batchGrams).toBe(2);
  expect(item.weighings).toHaveLength(3);
  expect(item.weighings[2]?.excessPercent).toBe(2);
  expect(item.method).toBe('sealed tube');
  expect(item.program[1]).toMatchObject({ temperatureC: 500, rampCPerHour: 20, holdHours: 12 });
  expect(item.hazards[0]?.precaution).toContain('argon');
  expect(item.pattern?.radiation).toBe('Cu Kα');
  expect(item.estimates.map((line) => line.name + line.below)).toEqual(['Tc', 'P(sc)', 'Ehull', 'Eform']);
  expect(item.notes).toHaveLength(1);
});

it('reads the molecules that a spectrum can tell', () => {
  const gas = { formula: 'CO2', name: 'carbon dioxide', smiles: 'O=C=O', role: 'BY_PRODUCT', why: 'leaves BaCO3 when it is fired' };
  const item = readItem({ ...(items[0] as object), molecules: [gas, 'x', {}] } as Json, 0);
  expect(item.molecules).toEqual([{ formula: 'CO2', name: 'carbon dioxide', smiles: 'O=C=O', leaves: true, why: gas.why }]);
  expect(readItem(items[0] as Json, 0).molecules).toEqual([]);
});

it('stands an item of the wrong shape', () => {
  for (const broken of [null, 'x', 7, [], { precursors: 'none', route: [], pattern: { lines: [{}] }, hazards: [null] }] as Json[]) {
    const item = readItem(broken, 3);
    expect(item.formula).toBe('Item 4');
    expect(item.pattern).toBeNull();
  }
});
