package dev.athanor.matter.isomer.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The simple rings of a small molecule up to nine atoms each, as sets of atoms, and which atoms and
 * bonds lie in which.
 *
 * <p>A ring of five or six atoms counts as aromatic here when it has six electrons (Hückel): one
 * from an atom with a double bond to an atom of this or a fused ring, two from a nitrogen or oxygen
 * with single bonds only, none from an atom doubly bonded to a hetero atom outside.
 */
final class HeavyRings {
  private static final int LARGEST = 9;
  private static final int AROMATIC_ELECTRONS = 6;

  private final HeavyGraph graph;
  private final List<int[]> rings = new ArrayList<>();
  private int aromatic;

  private HeavyRings(HeavyGraph graph) {
    this.graph = graph;
  }

  static HeavyRings of(HeavyGraph graph) {
    HeavyRings result = new HeavyRings(graph);
    for (int start = 0; start < graph.size(); start++) {
      int[] path = new int[LARGEST];
      path[0] = start;
      result.walk(path, 1, 1 << start);
    }
    for (int[] ring : result.rings) {
      if (result.isAromatic(ring)) {
        result.aromatic |= mask(ring);
      }
    }
    return result;
  }

  /** The atoms of each ring in order. */
  List<int[]> all() {
    return rings;
  }

  /** True for an atom of an aromatic ring. */
  boolean isAromatic(int atom) {
    return (aromatic >>> atom & 1) != 0;
  }

  /** The number of atoms of the smallest ring with this bond; 0 where it is in none. */
  int smallest(int first, int second) {
    int smallest = 0;
    for (int[] ring : rings) {
      if ((smallest == 0 || ring.length < smallest) && contains(ring, first, second)) {
        smallest = ring.length;
      }
    }
    return smallest;
  }

  /** How many rings of this size an atom is in. */
  int count(int atom, int size) {
    int count = 0;
    for (int[] ring : rings) {
      count += ring.length == size && (mask(ring) >>> atom & 1) != 0 ? 1 : 0;
    }
    return count;
  }

  static int mask(int[] ring) {
    int mask = 0;
    for (int atom : ring) {
      mask |= 1 << atom;
    }
    return mask;
  }

  private static boolean contains(int[] ring, int first, int second) {
    for (int i = 0; i < ring.length; i++) {
      int next = ring[(i + 1) % ring.length];
      if ((ring[i] == first && next == second) || (ring[i] == second && next == first)) {
        return true;
      }
    }
    return false;
  }

  /** Rings whose lowest atom is the start, in one of the two directions. */
  private void walk(int[] path, int length, int visited) {
    int last = path[length - 1];
    if (length > 2 && path[1] < last && graph.pairs(last, path[0]) > 0) {
      rings.add(Arrays.copyOf(path, length));
    }
    if (length == LARGEST) {
      return;
    }
    for (int rest = graph.neighbours(last) & ~visited; rest != 0; rest &= rest - 1) {
      int next = Integer.numberOfTrailingZeros(rest);
      if (next > path[0]) {
        path[length] = next;
        walk(path, length + 1, visited | 1 << next);
      }
    }
  }

  private boolean isAromatic(int[] ring) {
    if (ring.length != 5 && ring.length != 6) {
      return false;
    }
    int electrons = 0;
    for (int i = 0; i < ring.length; i++) {
      int atom = ring[i];
      int before = ring[(i + ring.length - 1) % ring.length];
      int after = ring[(i + 1) % ring.length];
      int inside = graph.pairs(atom, before) + graph.pairs(atom, after);
      if (inside == 3) {
        electrons++;
      } else if (inside != 2) {
        return false;
      } else if (graph.unsaturation(atom) == 0) {
        if (graph.kind(atom) != AtomKind.NITROGEN && graph.kind(atom) != AtomKind.OXYGEN) {
          return false;
        }
        electrons += 2;
      } else if (graph.count(atom, 2, other -> smallest(atom, other) > 0) == 1) {
        electrons++;
      } else if (graph.count(atom, 2, other -> graph.kind(other).isHetero()) != 1) {
        return false;
      }
    }
    return electrons == AROMATIC_ELECTRONS;
  }
}
