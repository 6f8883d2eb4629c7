package dev.athanor.matter.isomer.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * From given heavy atoms and a number of hydrogens to every molecule: skeletons, atoms on them,
 * electron pairs on their edges; at each step one of every set that symmetry makes alike.
 */
public final class IsomerSearch {
  private static final int BITS_OF_HYDROGENS = 3;
  private static final int BITS_OF_PAIRS = 2;

  private final Map<AtomKind, Integer> atoms;
  private final int pairs;
  private final boolean everyDrawing;
  private final Predicate<HeavyGraph> plausible;
  private final Predicate<HeavyGraph> sink;
  private final Runnable watch;

  /**
   * A search.
   *
   * @param atoms heavy atoms and how many of each
   * @param pairs electron pairs between heavy atoms
   * @param everyDrawing true when two drawings with the same hydrogens count as two
   * @param plausible which to report; asked before {@code sink}
   * @param sink takes molecules; false ends the search
   * @param watch called often; ends the search by an exception of its own
   */
  public IsomerSearch(
      Map<AtomKind, Integer> atoms,
      int pairs,
      boolean everyDrawing,
      Predicate<HeavyGraph> plausible,
      Predicate<HeavyGraph> sink,
      Runnable watch) {
    this.atoms = Map.copyOf(atoms);
    this.pairs = pairs;
    this.everyDrawing = everyDrawing;
    this.plausible = plausible;
    this.sink = sink;
    this.watch = watch;
  }

  /** Runs; false when the sink ended it. */
  public boolean run() {
    int size = atoms.values().stream().mapToInt(Integer::intValue).sum();
    if (pairs < size - 1) {
      return true;
    }
    for (Skeleton skeleton : Skeletons.ofSize(size)) {
      if (skeleton.edgeCount() > pairs) {
        return true;
      }
      watch.run();
      if (!AtomPlacement.forEach(
          skeleton, atoms, (kinds, symmetries) -> draw(skeleton, kinds, symmetries))) {
        return false;
      }
    }
    return true;
  }

  private boolean draw(Skeleton skeleton, AtomKind[] kinds, List<int[]> symmetries) {
    watch.run();
    Set<Long> seen = new HashSet<>();
    EdgePermutations edges = new EdgePermutations(skeleton, symmetries);
    return BondOrders.forEach(
        skeleton,
        kinds,
        pairs - skeleton.edgeCount(),
        (extra, hydrogens) -> {
          if (everyDrawing) {
            if (!edges.isLeast(extra)) {
              return true;
            }
          } else if (seen.contains(least(hydrogens, symmetries))) {
            return true;
          }
          HeavyGraph graph = HeavyGraph.of(skeleton, kinds, extra, hydrogens);
          if (!plausible.test(graph)) {
            return true;
          }
          if (!everyDrawing) {
            seen.add(least(hydrogens, symmetries));
          }
          watch.run();
          return sink.test(graph);
        });
  }

  /** The same number for every image of the hydrogens under the symmetries. */
  private static long least(int[] hydrogens, List<int[]> symmetries) {
    long least = Long.MAX_VALUE;
    for (int[] symmetry : symmetries) {
      long packed = 0;
      for (int vertex : symmetry) {
        packed = packed << BITS_OF_HYDROGENS | hydrogens[vertex];
      }
      least = Math.min(least, packed);
    }
    return least;
  }

  /** What the symmetries do to the edges. */
  private static final class EdgePermutations {
    private final int[][] images;

    EdgePermutations(Skeleton skeleton, List<int[]> symmetries) {
      int[][] numbers = new int[skeleton.size()][skeleton.size()];
      for (int edge = 0; edge < skeleton.edgeCount(); edge++) {
        numbers[skeleton.first(edge)][skeleton.second(edge)] = edge;
        numbers[skeleton.second(edge)][skeleton.first(edge)] = edge;
      }
      images = new int[symmetries.size()][skeleton.edgeCount()];
      for (int i = 0; i < images.length; i++) {
        int[] symmetry = symmetries.get(i);
        for (int edge = 0; edge < skeleton.edgeCount(); edge++) {
          images[i][edge] =
              numbers[symmetry[skeleton.first(edge)]][symmetry[skeleton.second(edge)]];
        }
      }
    }

    boolean isLeast(int[] extra) {
      long own = 0;
      for (int pairs : extra) {
        own = own << BITS_OF_PAIRS | pairs;
      }
      for (int[] image : images) {
        long other = 0;
        for (int edge : image) {
          other = other << BITS_OF_PAIRS | extra[edge];
        }
        if (other < own) {
          return false;
        }
      }
      return true;
    }
  }
}
