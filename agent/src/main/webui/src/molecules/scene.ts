import type { Vector } from '../candidates/structure';

export type Order = 1 | 2 | 3;

/** A molecule in space, angstrom. */
export interface Ball {
  element: string;
  charge: number;
  xyz: Vector;
}

export interface Rod {
  first: number;
  second: number;
  order: Order;
}

export interface Molecule3d {
  atoms: Ball[];
  bonds: Rod[];
}

/** Rows are the axes of the screen: right, up, towards the viewer. */
export type Turn = [Vector, Vector, Vector];

/** What is drawn, farthest first; lengths in angstrom, y upwards. */
export type Shape =
  | { kind: 'atom'; key: string; x: number; y: number; z: number; radius: number; element: string; charge: number }
  | { kind: 'stick'; key: string; x1: number; y1: number; x2: number; y2: number; z: number; width: number; element: string };

const ATOM_RADIUS = 0.34;
const HYDROGEN_RADIUS = 0.2;

/** Widths of the sticks, and how far their middles lie apart, of a bond by its order. */
const STICKS: Record<Order, { width: number; apart: number }> = {
  1: { width: 0.2, apart: 0 },
  2: { width: 0.13, apart: 0.24 },
  3: { width: 0.1, apart: 0.19 },
};
const HYDROGEN_WIDTH = 0.11;

export function radiusOf(element: string): number {
  return element === 'H' ? HYDROGEN_RADIUS : ATOM_RADIUS;
}

/** The atoms around their middle. */
export function centred(molecule: Molecule3d): Molecule3d {
  const n = molecule.atoms.length;
  const middle = [0, 1, 2].map((k) => molecule.atoms.reduce((sum, atom) => sum + atom.xyz[k as 0] / n, 0)) as Vector;
  return { ...molecule, atoms: molecule.atoms.map((atom) => ({ ...atom, xyz: minus(atom.xyz, middle) })) };
}

/** Half the size of a picture that holds the centred molecule however it is turned. */
export function reach(molecule: Molecule3d): number {
  return Math.max(1, ...molecule.atoms.map((atom) => length(atom.xyz) + radiusOf(atom.element)));
}

/**
 * The view that shows most of a centred molecule: its longest extent to the right, its shortest towards the viewer, as
 * the principal axes of its skeleton tell.
 */
export function bestView(molecule: Molecule3d): Turn {
  const skeleton = molecule.atoms.filter((atom) => atom.element !== 'H');
  const places = (skeleton.length > 1 ? skeleton : molecule.atoms).map((atom) => atom.xyz);
  const right = principal(places, [1, 0.3, 0.1]);
  const rest = places.map((place) => minus(place, times(right, dot(place, right))));
  const second = principal(rest, Math.abs(right[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0]);
  const up = unit(minus(second, times(right, dot(second, right))), perpendicular(right));
  return [right, up, cross(right, up)];
}

/** Turned about the axis that points up and the one that points right, radians. */
export function turned(turn: Turn, aboutUp: number, aboutRight: number): Turn {
  const [cu, su, cr, sr] = [Math.cos(aboutUp), Math.sin(aboutUp), Math.cos(aboutRight), Math.sin(aboutRight)];
  const [right, up, near] = turn;
  const newRight = plus(times(right, cu), times(near, su));
  const across = minus(times(near, cu), times(right, su));
  return [newRight, plus(times(up, cr), times(across, -sr)), plus(times(across, cr), times(up, sr))];
}

/** Atoms as discs and bonds as sticks, each half of a stick in the colour of its atom; farthest first. */
export function shapes(molecule: Molecule3d, turn: Turn): Shape[] {
  const places = molecule.atoms.map((atom) => turn.map((axis) => dot(axis, atom.xyz)) as Vector);
  const drawn: Shape[] = molecule.atoms.flatMap((atom, index) => {
    const place = places[index];
    if (!place) return [];
    const [x, y, z] = place;
    return [{ kind: 'atom' as const, key: `a${index}`, x, y, z, radius: radiusOf(atom.element), element: atom.element, charge: atom.charge }];
  });
  molecule.bonds.forEach((bond, index) => drawn.push(...sticks(molecule, bond, places, index)));
  return drawn.sort((one, other) => one.z - other.z);
}

function sticks(molecule: Molecule3d, bond: Rod, places: Vector[], index: number): Shape[] {
  const [from, to, first, second] = [places[bond.first], places[bond.second], molecule.atoms[bond.first], molecule.atoms[bond.second]];
  if (!from || !to || !first || !second) return [];
  const light = first.element === 'H' || second.element === 'H';
  const { width, apart } = STICKS[bond.order];
  const flat = Math.hypot(to[0] - from[0], to[1] - from[1]);
  // Parallel sticks lie side by side on the screen, so that the order shows from everywhere.
  const side = flat > 1e-6 ? [-(to[1] - from[1]) / flat, (to[0] - from[0]) / flat] : [1, 0];
  const middle = times(plus(from, to), 0.5);
  return Array.from({ length: bond.order }, (_, k) => (k - (bond.order - 1) / 2) * apart).flatMap((offset, k) =>
    [[from, first] as const, [to, second] as const].map(([end, atom], half) => ({
      kind: 'stick' as const,
      key: `b${index}-${k}-${half}`,
      x1: end[0] + offset * (side[0] ?? 0),
      y1: end[1] + offset * (side[1] ?? 0),
      x2: middle[0] + offset * (side[0] ?? 0),
      y2: middle[1] + offset * (side[1] ?? 0),
      z: (end[2] + middle[2]) / 2,
      width: light ? HYDROGEN_WIDTH : width,
      element: atom.element,
    })),
  );
}

/** The direction in which points spread most, by repeated multiplication with their second moments. */
function principal(points: Vector[], start: Vector): Vector {
  let direction = unit(start, [1, 0, 0]);
  for (let round = 0; round < 60; round++) {
    const next = points.reduce((sum, point) => plus(sum, times(point, dot(point, direction))), [0, 0, 0] as Vector);
    direction = unit(next, direction);
  }
  return direction;
}

function perpendicular(x: Vector): Vector {
  return unit(cross(x, Math.abs(x[0]) < 0.9 ? [1, 0, 0] : [0, 1, 0]), [0, 0, 1]);
}

function unit(x: Vector, otherwise: Vector): Vector {
  const size = length(x);
  return size > 1e-9 ? times(x, 1 / size) : otherwise;
}

function dot(x: Vector, y: Vector): number {
  return x[0] * y[0] + x[1] * y[1] + x[2] * y[2];
}

function length(x: Vector): number {
  return Math.sqrt(dot(x, x));
}

function plus(x: Vector, y: Vector): Vector {
  return [x[0] + y[0], x[1] + y[1], x[2] + y[2]];
}

function minus(x: Vector, y: Vector): Vector {
  return [x[0] - y[0], x[1] - y[1], x[2] - y[2]];
}

function times(x: Vector, factor: number): Vector {
  return [x[0] * factor, x[1] * factor, x[2] * factor];
}

function cross(x: Vector, y: Vector): Vector {
  return [x[1] * y[2] - x[2] * y[1], x[2] * y[0] - x[0] * y[2], x[0] * y[1] - x[1] * y[0]];
}
