import type { CrystalJson } from '../api/types';

export type Vector = [number, number, number];

/** A crystal as the viewer wants it. */
export interface ViewerCrystal {
  id: string;
  lattice: {
    matrix: [Vector, Vector, Vector];
    pbc: [boolean, boolean, boolean];
    a: number;
    b: number;
    c: number;
    alpha: number;
    beta: number;
    gamma: number;
    volume: number;
  };
  sites: {
    species: { element: string; occu: number; oxidation_state: number }[];
    abc: Vector;
    xyz: Vector;
    label: string;
    properties: Record<string, unknown>;
  }[];
}

const MOST_SITES = 2000;

/** Checks and converts; throws with a sentence for the screen where the crystal cannot be drawn. */
export function toViewerCrystal(crystal: CrystalJson): ViewerCrystal {
  if (!Array.isArray(crystal.lattice) || crystal.lattice.length !== 3) throw new Error('This crystal has no unit cell.');
  const matrix = crystal.lattice.map(vector) as [Vector, Vector, Vector];
  const [a, b, c] = matrix;
  const volume = Math.abs(dot(a, cross(b, c)));
  if (!(volume > 0)) throw new Error('The unit cell of this crystal has no volume.');
  if (crystal.species.length !== crystal.frac_coords.length) throw new Error('Sites and coordinates do not match.');
  if (crystal.species.length > MOST_SITES) throw new Error(`The cell has ${crystal.species.length} sites; at most ${MOST_SITES} are drawn.`);
  return {
    id: String(crystal.id),
    lattice: {
      matrix,
      pbc: [true, true, true],
      a: length(a),
      b: length(b),
      c: length(c),
      alpha: angle(b, c),
      beta: angle(a, c),
      gamma: angle(a, b),
      volume,
    },
    sites: crystal.species.map((species, index) => {
      const abc = vector(crystal.frac_coords[index] ?? []);
      const shares = typeof species === 'string' ? { [species]: 1 } : species;
      return {
        species: Object.entries(shares).map(([element, occu]) => ({ element, occu: Number(occu), oxidation_state: 0 })),
        abc,
        xyz: [0, 1, 2].map((k) => abc[0] * a[k as 0] + abc[1] * b[k as 0] + abc[2] * c[k as 0]) as Vector,
        label: Object.keys(shares).join('/'),
        properties: {},
      };
    }),
  };
}

function vector(row: number[]): Vector {
  if (!Array.isArray(row) || row.length !== 3 || !row.every((x) => Number.isFinite(x))) {
    throw new Error('A coordinate of this crystal is not a number.');
  }
  return [row[0] as number, row[1] as number, row[2] as number];
}

function dot(x: Vector, y: Vector): number {
  return x[0] * y[0] + x[1] * y[1] + x[2] * y[2];
}

function cross(x: Vector, y: Vector): Vector {
  return [x[1] * y[2] - x[2] * y[1], x[2] * y[0] - x[0] * y[2], x[0] * y[1] - x[1] * y[0]];
}

function length(x: Vector): number {
  return Math.sqrt(dot(x, x));
}

function angle(x: Vector, y: Vector): number {
  return (Math.acos(Math.min(1, Math.max(-1, dot(x, y) / (length(x) * length(y))))) * 180) / Math.PI;
}
