package dev.athanor.models.diffspectra.forward;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.molecule.Bond;
import dev.athanor.matter.molecule.MolecularGraph;
import java.util.Arrays;

/**
 * A molecular graph as small arrays, with what fragments ask of atoms and bonds.
 *
 * <p>Bonds of a ring in which single and double bonds can change places count as {@link
 * #RESONATING}, so that both Kekulé drawings have the same fragments.
 */
final class FragmentGraph {
  /** The code of a bond that is single in one drawing and double in another. */
  static final int RESONATING = 4;

  private static final int LARGEST_RING = 10;

  private final int[] numbers;
  private final int[] charges;
  private final int[][] neighbours;
  private final int[][] codes;
  private final int[][] rings;

  private FragmentGraph(int[] numbers, int[] charges, int[][] neighbours, int[][] codes) {
    this.numbers = numbers;
    this.charges = charges;
    this.neighbours = neighbours;
    this.codes = codes;
    rings = new int[numbers.length][];
    for (int atom = 0; atom < numbers.length; atom++) {
      rings[atom] = new int[neighbours[atom].length];
      for (int k = 0; k < neighbours[atom].length; k++) {
        rings[atom][k] = smallestRing(atom, neighbours[atom][k]);
      }
    }
    markResonating();
  }

  static FragmentGraph of(MolecularGraph graph) {
    int count = graph.atomCount();
    int[] numbers = new int[count];
    int[] charges = new int[count];
    int[] degrees = new int[count];
    for (int atom = 0; atom < count; atom++) {
      Element element = graph.elements().get(atom);
      numbers[atom] = element.atomicNumber();
      charges[atom] = graph.formalCharges().get(atom);
    }
    for (Bond bond : graph.bonds()) {
      degrees[bond.first()]++;
      degrees[bond.second()]++;
    }
    int[][] neighbours = new int[count][];
    int[][] codes = new int[count][];
    for (int atom = 0; atom < count; atom++) {
      neighbours[atom] = new int[degrees[atom]];
      codes[atom] = new int[degrees[atom]];
    }
    Arrays.fill(degrees, 0);
    for (Bond bond : graph.bonds()) {
      int code = code(bond.order());
      put(neighbours, codes, degrees, bond.first(), bond.second(), code);
      put(neighbours, codes, degrees, bond.second(), bond.first(), code);
    }
    return new FragmentGraph(numbers, charges, neighbours, codes);
  }

  private static void put(
      int[][] neighbours, int[][] codes, int[] filled, int atom, int other, int code) {
    neighbours[atom][filled[atom]] = other;
    codes[atom][filled[atom]++] = code;
  }

  private static int code(Bond.Order order) {
    return switch (order) {
      case SINGLE -> 1;
      case DOUBLE -> 2;
      case TRIPLE -> 3;
      case AROMATIC -> RESONATING;
    };
  }

  int size() {
    return numbers.length;
  }

  boolean isHydrogen(int atom) {
    return numbers[atom] == 1;
  }

  int degree(int atom) {
    return neighbours[atom].length;
  }

  int neighbour(int atom, int place) {
    return neighbours[atom][place];
  }

  /** 1 to 3 for the order, or {@link #RESONATING}. */
  int bondCode(int atom, int place) {
    return codes[atom][place];
  }

  /** Atoms of the smallest ring through this bond; 0 where it is in none. */
  int ringSize(int atom, int place) {
    return rings[atom][place];
  }

  /** Element and charge, how many neighbours and hydrogens, and the smallest ring. */
  int fullCode(int atom) {
    int hydrogens = 0;
    int ring = 0;
    for (int k = 0; k < neighbours[atom].length; k++) {
      hydrogens += isHydrogen(neighbours[atom][k]) ? 1 : 0;
      int size = rings[atom][k];
      ring = size > 0 && (ring == 0 || size < ring) ? size : ring;
    }
    return ((shortCode(atom) * 8 + hydrogens) * 16 + ring);
  }

  /** Element and charge, how many neighbours, and how unsaturated. */
  int shortCode(int atom) {
    int unsaturation = 0;
    boolean resonates = false;
    for (int code : codes[atom]) {
      resonates |= code == RESONATING;
      unsaturation += code == RESONATING ? 0 : code - 1;
    }
    int bonding = resonates ? 3 : Math.min(2, unsaturation);
    return ((numbers[atom] * 32 + charges[atom] + 16) * 8 + neighbours[atom].length) * 4 + bonding;
  }

  /** Fewest bonds between two atoms, at most {@code most}; beyond, {@code most + 1}. */
  int[][] distances(int most) {
    int[][] distances = new int[size()][size()];
    int[] queue = new int[size()];
    for (int start = 0; start < size(); start++) {
      int[] row = distances[start];
      Arrays.fill(row, most + 1);
      row[start] = 0;
      queue[0] = start;
      int end = 1;
      for (int at = 0; at < end; at++) {
        int atom = queue[at];
        for (int other : neighbours[atom]) {
          if (row[other] > most && row[atom] < most) {
            row[other] = row[atom] + 1;
            queue[end++] = other;
          }
        }
      }
    }
    return distances;
  }

  private int smallestRing(int from, int to) {
    int[] depth = new int[size()];
    Arrays.fill(depth, -1);
    int[] queue = new int[size()];
    depth[from] = 0;
    queue[0] = from;
    int end = 1;
    for (int at = 0; at < end; at++) {
      int atom = queue[at];
      for (int other : neighbours[atom]) {
        boolean theBond = atom == from && other == to;
        if (!theBond && depth[other] < 0) {
          depth[other] = depth[atom] + 1;
          if (other == to) {
            return depth[other] + 1;
          }
          queue[end++] = other;
        }
      }
    }
    return 0;
  }

  private void markResonating() {
    boolean[][] marked = new boolean[size()][];
    for (int atom = 0; atom < size(); atom++) {
      marked[atom] = new boolean[neighbours[atom].length];
    }
    int[] path = new int[LARGEST_RING + 1];
    boolean[] used = new boolean[size()];
    for (int atom = 0; atom < size(); atom++) {
      path[0] = atom;
      used[atom] = true;
      alternate(path, 1, 2, used, marked);
      used[atom] = false;
    }
    for (int atom = 0; atom < size(); atom++) {
      for (int k = 0; k < marked[atom].length; k++) {
        if (marked[atom][k]) {
          codes[atom][k] = RESONATING;
        }
      }
    }
  }

  /** Follows double and single bonds in turn from the first atom of the path back to it. */
  private void alternate(int[] path, int length, int code, boolean[] used, boolean[][] marked) {
    int atom = path[length - 1];
    for (int k = 0; k < neighbours[atom].length; k++) {
      if (codes[atom][k] != code || rings[atom][k] == 0) {
        continue;
      }
      int other = neighbours[atom][k];
      if (other == path[0] && code == 1 && length > 3) {
        mark(path, length, marked);
      } else if (!used[other] && length < LARGEST_RING) {
        used[other] = true;
        path[length] = other;
        alternate(path, length + 1, 3 - code, used, marked);
        used[other] = false;
      }
    }
  }

  private void mark(int[] path, int length, boolean[][] marked) {
    for (int i = 0; i < length; i++) {
      int a = path[i];
      int b = path[(i + 1) % length];
      marked[a][place(a, b)] = true;
      marked[b][place(b, a)] = true;
    }
  }

  private int place(int atom, int other) {
    for (int k = 0; k < neighbours[atom].length; k++) {
      if (neighbours[atom][k] == other) {
        return k;
      }
    }
    throw new IllegalStateException("no bond between " + atom + " and " + other);
  }
}
