import { expect, it } from 'vitest';
import type { Json } from '../api/types';
import { points, readCard } from './card';

const STATED = 'stated probability that the first is right';

it('reads what a card tells of its probability', () => {
  const card = readCard({
    version: '1.1',
    metrics: [
      { metric: 'top-1', dataset: 'ir as lines', value: 0.9 },
      {
        metric: STATED,
        dataset: 'ir as lines',
        value: 0.75,
        baselines: [{ method: 'is right', value: 0.875 }],
      },
      { metric: STATED, dataset: 'other', value: 0.5, baselines: [] },
    ],
    charts: ['diffspectra-f-reliability.svg', 'loss.svg'],
    known_failures: ['salts'],
  });
  expect(card.figures).toEqual([{ dataset: 'ir as lines', right: 0.875, off: -0.125 }]);
  expect(card.charts).toEqual(['diffspectra-f-reliability.svg']);
  expect(card.failures).toEqual(['salts']);
});

it('stands a card of the wrong shape', () => {
  for (const broken of [null, 3, [], { metrics: 'none', charts: [7] }] as Json[]) {
    expect(readCard(broken)).toEqual({ version: '', figures: [], charts: [], failures: [] });
  }
});

it('writes by how much a probability is off', () => {
  expect(points(-0.0064)).toBe('−0.6');
  expect(points(0.0271)).toBe('+2.7');
  expect(points(-0.0001)).toBe('0.0');
});
