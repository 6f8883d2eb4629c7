package dev.athanor.matter.symmetry.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Lattice directions with small indices, short ones first; each class stands with its cyclic
 * permutations. The order decides which of several equivalent axes becomes the first.
 */
final class Directions {
  private static final int[][] SEEDS = {
    {1, 0, 0},
    {0, 1, 1},
    {0, 1, -1},
    {1, 1, 1},
    {-1, 1, 1},
    {0, 1, 2},
    {0, 2, 1},
    {0, -1, 2},
    {0, -2, 1},
    {2, 1, 1},
    {2, -1, -1},
    {2, 1, -1},
    {2, -1, 1},
    {3, 1, 2},
    {3, 2, 1},
    {3, -1, 2},
    {3, -2, 1},
    {3, -1, -2},
    {3, -2, -1},
    {3, 1, -2},
    {3, 2, -1},
    {1, 1, 3},
    {-1, 1, 3},
    {1, -1, 3},
    {-1, -1, 3}
  };

  /** How many seeds have indices of at most one. */
  private static final int SHORT_SEEDS = 5;

  /** One direction of each axis. */
  static final List<int[]> AXES = axes();

  /** Every vector with indices from -1 to 1, but zero. */
  static final List<int[]> NEIGHBOURS = neighbours();

  private Directions() {}

  private static List<int[]> axes() {
    List<int[]> found = new ArrayList<>();
    for (int[] seed : SEEDS) {
      found.addAll(cycled(seed));
    }
    return List.copyOf(found);
  }

  private static List<int[]> neighbours() {
    List<int[]> found = new ArrayList<>();
    for (int i = 0; i < SHORT_SEEDS; i++) {
      List<int[]> cycled = cycled(SEEDS[i]);
      found.addAll(cycled);
      for (int[] v : cycled) {
        found.add(new int[] {-v[0], -v[1], -v[2]});
      }
    }
    return List.copyOf(found);
  }

  private static List<int[]> cycled(int[] v) {
    if (v[0] == v[1] && v[1] == v[2]) {
      return List.of(v);
    }
    return List.of(v, new int[] {v[2], v[0], v[1]}, new int[] {v[1], v[2], v[0]});
  }
}
