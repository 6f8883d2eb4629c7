import { expect, it } from 'vitest';
import { bestView, centred, type Molecule3d, reach, shapes, turned, type Turn } from './scene';

// Hydrogen cyanide off centre, askew in space.
const cyanide: Molecule3d = {
  atoms: [
    { element: 'H', charge: 0, xyz: [5, 1, 1] },
    { element: 'C', charge: 0, xyz: [5.6, 1.6, 1.6] },
    { element: 'N', charge: 0, xyz: [6.27, 2.27, 2.27] },
  ],
  bonds: [
    { first: 0, second: 1, order: 1 },
    { first: 1, second: 2, order: 3 },
  ],
};

const sticksOf = (order: 1 | 2 | 3, turn?: Turn) => {
  const molecule = centred({ ...cyanide, bonds: [{ first: 1, second: 2, order }] });
  return shapes(molecule, turn ?? bestView(molecule)).flatMap((shape) => (shape.kind === 'stick' ? [shape] : []));
};

function isTurn(turn: Turn): void {
  for (const [i, x] of turn.entries()) {
    for (const [k, y] of turn.entries()) expect(x[0] * y[0] + x[1] * y[1] + x[2] * y[2]).toBeCloseTo(i === k ? 1 : 0, 9);
  }
}

it('looks at the molecule from its broad side', () => {
  const molecule = centred(cyanide);
  const drawn = shapes(molecule, bestView(molecule)).flatMap((shape) => (shape.kind === 'atom' ? [shape] : []));
  expect(drawn).toHaveLength(3);
  for (const atom of drawn) {
    expect(atom.y).toBeCloseTo(0, 6);
    expect(atom.z).toBeCloseTo(0, 6);
  }
  isTurn(bestView(molecule));
  isTurn(turned(bestView(molecule), 0.4, -1.3));
});

it('has a view of one atom', () => {
  const atom = centred({ atoms: [{ element: 'C', charge: 0, xyz: [3, 3, 3] }], bonds: [] });
  isTurn(bestView(atom));
  expect(shapes(atom, bestView(atom))).toHaveLength(1);
  expect(reach(atom)).toBe(1);
});

it('draws as many sticks as a bond has pairs, apart from each other', () => {
  for (const order of [1, 2, 3] as const) {
    const sticks = sticksOf(order);
    expect(sticks).toHaveLength(2 * order);
    const heights = sticks.flatMap((stick) => (stick.key.endsWith('-0') ? [stick.y1] : [])).sort((a, b) => a - b);
    expect(heights).toHaveLength(order);
    for (let k = 1; k < order; k++) expect((heights[k] ?? 0) - (heights[k - 1] ?? 0)).toBeGreaterThan(sticks[0]?.width ?? 1);
  }
});

it('keeps the sticks apart from every side', () => {
  const start = bestView(centred(cyanide));
  for (const angle of [0.3, 0.8, 1.2, 2.5]) {
    const sticks = sticksOf(2, turned(start, angle, angle / 2));
    const [one, other] = ['b0-0-0', 'b0-1-0'].map((key) => sticks.find((stick) => stick.key === key));
    expect(Math.hypot((one?.x1 ?? 0) - (other?.x1 ?? 0), (one?.y1 ?? 0) - (other?.y1 ?? 0))).toBeCloseTo(0.24, 9);
  }
});

it('draws hydrogens thinner and smaller', () => {
  const molecule = centred(cyanide);
  const drawn = shapes(molecule, bestView(molecule));
  const radius = (element: string) => drawn.flatMap((shape) => (shape.kind === 'atom' && shape.element === element ? [shape.radius] : []))[0] ?? 0;
  expect(radius('H')).toBeLessThan(radius('C'));
  const toHydrogen = drawn.flatMap((shape) => (shape.kind === 'stick' && shape.key.startsWith('b0') ? [shape.width] : []));
  expect(Math.max(...toHydrogen)).toBeLessThan(0.2);
});

it('draws the nearest last, and bonds of atoms that are not there not at all', () => {
  const molecule = centred({ ...cyanide, bonds: [...cyanide.bonds, { first: 0, second: 9, order: 1 }] });
  const drawn = shapes(molecule, turned(bestView(molecule), 0.9, 0.3));
  expect(drawn).toHaveLength(3 + 2 + 6);
  for (let i = 1; i < drawn.length; i++) expect(drawn[i]?.z).toBeGreaterThanOrEqual(drawn[i - 1]?.z ?? 0);
});
