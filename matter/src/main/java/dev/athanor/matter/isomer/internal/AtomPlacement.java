package dev.athanor.matter.isomer.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All ways to put given atoms on the places of a skeleton, one of each set that the symmetry of the
 * skeleton makes alike: the one whose list of kinds is least.
 */
final class AtomPlacement {
  private static final AtomKind[] KINDS = AtomKind.values();

  /** Takes placements; false ends the search. */
  interface Sink {
    /**
     * One placement.
     *
     * @param kinds what stands on each vertex; good until the call returns
     * @param symmetries the permutations of the skeleton that keep it
     */
    boolean accept(AtomKind[] kinds, List<int[]> symmetries);
  }

  private final Skeleton skeleton;
  private final List<int[]> automorphisms;
  private final EnumMap<AtomKind, Integer> left;
  private final AtomKind[] kinds;
  private final Sink sink;

  private AtomPlacement(Skeleton skeleton, Map<AtomKind, Integer> atoms, Sink sink) {
    this.skeleton = skeleton;
    this.automorphisms = skeleton.automorphisms();
    this.left = new EnumMap<>(atoms);
    this.kinds = new AtomKind[skeleton.size()];
    this.sink = sink;
  }

  /** False when the sink ended the search; as many atoms as vertices. */
  static boolean forEach(Skeleton skeleton, Map<AtomKind, Integer> atoms, Sink sink) {
    for (int degree = 2; degree <= Skeleton.MAX_DEGREE; degree++) {
      if (vertices(skeleton, degree) > atomsFor(degree, atoms)) {
        return true;
      }
    }
    return new AtomPlacement(skeleton, atoms, sink).place(0);
  }

  private static int vertices(Skeleton skeleton, int least) {
    int count = 0;
    for (int vertex = 0; vertex < skeleton.size(); vertex++) {
      count += skeleton.degree(vertex) >= least ? 1 : 0;
    }
    return count;
  }

  private static int atomsFor(int degree, Map<AtomKind, Integer> atoms) {
    return atoms.entrySet().stream()
        .filter(entry -> entry.getKey().valence() >= degree)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private boolean place(int vertex) {
    if (vertex == skeleton.size()) {
      return finish();
    }
    for (AtomKind kind : KINDS) {
      int count = left.getOrDefault(kind, 0);
      if (count > 0 && fits(kind, skeleton.degree(vertex))) {
        left.put(kind, count - 1);
        kinds[vertex] = kind;
        if (!place(vertex + 1)) {
          return false;
        }
        left.put(kind, count);
      }
    }
    return true;
  }

  private boolean fits(AtomKind kind, int degree) {
    return switch (kind) {
      case NITRO_NITROGEN -> degree == 3;
      case NITRO_OXIDE -> degree == 1;
      case CARBON, NITROGEN, OXYGEN, FLUORINE -> degree <= kind.valence();
    };
  }

  private boolean finish() {
    List<int[]> symmetries = new ArrayList<>();
    for (int[] automorphism : automorphisms) {
      int order = compare(automorphism);
      if (order < 0) {
        return true;
      }
      if (order == 0) {
        symmetries.add(automorphism);
      }
    }
    return !nitroGroupsAreWhole() || sink.accept(kinds, symmetries);
  }

  /** The list of kinds as seen through a permutation, compared with the list itself. */
  private int compare(int[] automorphism) {
    for (int vertex = 0; vertex < kinds.length; vertex++) {
      int order = kinds[automorphism[vertex]].compareTo(kinds[vertex]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private boolean nitroGroupsAreWhole() {
    for (int vertex = 0; vertex < kinds.length; vertex++) {
      if (kinds[vertex] == AtomKind.NITRO_OXIDE && count(vertex, AtomKind.NITRO_NITROGEN, 3) != 1) {
        return false;
      }
      if (kinds[vertex] == AtomKind.NITRO_NITROGEN
          && (count(vertex, AtomKind.NITRO_OXIDE, 1) != 1
              || count(vertex, AtomKind.OXYGEN, 1) < 1)) {
        return false;
      }
    }
    return true;
  }

  private int count(int vertex, AtomKind kind, int largestDegree) {
    int count = 0;
    for (int rest = skeleton.neighbours(vertex); rest != 0; rest &= rest - 1) {
      int neighbour = Integer.numberOfTrailingZeros(rest);
      count += kinds[neighbour] == kind && skeleton.degree(neighbour) <= largestDegree ? 1 : 0;
    }
    return count;
  }
}
