package dev.athanor.models.diffspectra.forward;

import dev.athanor.matter.molecule.MolecularGraph;
import java.util.Arrays;

/**
 * The fragments of a constitution, each with how often it occurs, as a set of numbers.
 *
 * <p>Fragments are: the surroundings of every atom up to three bonds away (as in circular
 * fingerprints), chains of four atoms, pairs of atoms up to four bonds apart, and bonds by the
 * smallest ring that they are in; hydrogens are atoms like the others. A fragment that occurs n
 * times is in the set as its first, second, ... n-th occurrence, so that the size of a common
 * subset is the sum of the smaller counts, {@code |A and B| = sum_f min(a_f, b_f)}. Names are
 * hashes of 32 bits; two fragments share one once in some hundred million pairs.
 *
 * @see <a href="https://doi.org/10.1021/ci100050t">Rogers and Hahn, J. Chem. Inf. Model. 50, 742
 *     (2010)</a>
 */
public final class MoleculeFragments {
  private static final int RADIUS = 3;
  private static final int REACH = 4;
  private static final int MOST_TIMES = 24;

  private int[] found = new int[512];
  private int count;

  private MoleculeFragments() {}

  /** The set, ascending. */
  public static int[] of(MolecularGraph graph) {
    MoleculeFragments fragments = new MoleculeFragments();
    FragmentGraph atoms = FragmentGraph.of(graph);
    fragments.surroundings(atoms, RADIUS, true);
    fragments.chains(atoms);
    fragments.pairs(atoms);
    fragments.ringBonds(atoms);
    return fragments.asSet();
  }

  /**
   * The set of small fragments only, ascending: surroundings of atoms other than hydrogen up to
   * some bonds away, and bonds by rings. They tell which groups there are, not which molecule it
   * is.
   *
   * @param radius how many bonds away
   */
  public static int[] small(MolecularGraph graph, int radius) {
    MoleculeFragments fragments = new MoleculeFragments();
    FragmentGraph atoms = FragmentGraph.of(graph);
    fragments.surroundings(atoms, radius, false);
    fragments.ringBonds(atoms);
    return fragments.asSet();
  }

  /** How many members two ascending sets share. */
  public static int common(int[] first, int[] second) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < first.length && j < second.length) {
      if (first[i] == second[j]) {
        shared++;
        i++;
        j++;
      } else if (first[i] < second[j]) {
        i++;
      } else {
        j++;
      }
    }
    return shared;
  }

  private void surroundings(FragmentGraph atoms, int farthest, boolean ofHydrogens) {
    int[] codes = new int[atoms.size()];
    for (int atom = 0; atom < codes.length; atom++) {
      codes[atom] = mix(1, atoms.fullCode(atom));
      if (ofHydrogens || !atoms.isHydrogen(atom)) {
        add(codes[atom]);
      }
    }
    for (int radius = 1; radius <= farthest; radius++) {
      int[] wider = new int[codes.length];
      for (int atom = 0; atom < codes.length; atom++) {
        int[] around = new int[atoms.degree(atom)];
        for (int k = 0; k < around.length; k++) {
          around[k] = mix(atoms.bondCode(atom, k), codes[atoms.neighbour(atom, k)]);
        }
        Arrays.sort(around);
        int code = mix(radius, codes[atom]);
        for (int part : around) {
          code = mix(code, part);
        }
        wider[atom] = code;
        if (ofHydrogens || !atoms.isHydrogen(atom)) {
          add(code);
        }
      }
      codes = wider;
    }
  }

  private void chains(FragmentGraph atoms) {
    for (int second = 0; second < atoms.size(); second++) {
      for (int k = 0; k < atoms.degree(second); k++) {
        int third = atoms.neighbour(second, k);
        if (second < third) {
          chains(atoms, second, third, atoms.bondCode(second, k));
        }
      }
    }
  }

  private void chains(FragmentGraph atoms, int second, int third, int middle) {
    for (int i = 0; i < atoms.degree(second); i++) {
      int first = atoms.neighbour(second, i);
      for (int j = 0; j < atoms.degree(third); j++) {
        int last = atoms.neighbour(third, j);
        if (first == third || last == second) {
          continue;
        }
        int left =
            mix(mix(atoms.shortCode(first), atoms.bondCode(second, i)), atoms.shortCode(second));
        int right =
            mix(mix(atoms.shortCode(last), atoms.bondCode(third, j)), atoms.shortCode(third));
        int kind = first == last ? 7 : 6;
        add(mix(mix(mix(kind, Math.min(left, right)), middle), Math.max(left, right)));
      }
    }
  }

  private void pairs(FragmentGraph atoms) {
    int[][] distances = atoms.distances(REACH);
    for (int i = 0; i < atoms.size(); i++) {
      for (int j = i + 1; j < atoms.size(); j++) {
        if (distances[i][j] <= REACH) {
          int a = atoms.shortCode(i);
          int b = atoms.shortCode(j);
          add(mix(mix(mix(11, distances[i][j]), Math.min(a, b)), Math.max(a, b)));
        }
      }
    }
  }

  private void ringBonds(FragmentGraph atoms) {
    for (int atom = 0; atom < atoms.size(); atom++) {
      for (int k = 0; k < atoms.degree(atom); k++) {
        int size = atoms.ringSize(atom, k);
        if (atom < atoms.neighbour(atom, k) && size > 0) {
          add(mix(13, size));
        }
      }
    }
  }

  private void add(int code) {
    if (count == found.length) {
      found = Arrays.copyOf(found, 2 * count);
    }
    found[count++] = code;
  }

  private int[] asSet() {
    Arrays.sort(found, 0, count);
    int[] set = new int[count];
    int size = 0;
    int times = 0;
    for (int i = 0; i < count; i++) {
      times = i > 0 && found[i] == found[i - 1] ? times + 1 : 1;
      if (times <= MOST_TIMES) {
        set[size++] = mix(found[i], times);
      }
    }
    set = Arrays.copyOf(set, size);
    Arrays.sort(set);
    return set;
  }

  /** A hash of two numbers, in order. */
  private static int mix(int first, int second) {
    long mixed = first * 0x9E3779B97F4A7C15L + second * 0xC2B2AE3D27D4EB4FL + 0x165667B19E3779F9L;
    mixed ^= mixed >>> 32;
    mixed *= 0xD6E8FEB86659FD93L;
    mixed ^= mixed >>> 32;
    return (int) mixed;
  }
}
