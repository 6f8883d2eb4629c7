package dev.athanor.models.elements.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Which sites no message passing on distances can tell apart.
 *
 * <p>Colour refinement (Weisfeiler and Leman, 1968): sites start with the colour of their
 * occupants; in each round a site's new colour is its old one with the multiset of (shell, colour)
 * of its neighbours; it ends when no class splits. Equivalent sites of a space group always share a
 * class, so a crystal's quotient by these classes gives the same sums as the crystal itself.
 */
final class OrbitRefinement {
  private OrbitRefinement() {}

  /**
   * Classes, numbered from 0 by first appearance.
   *
   * @param initial colour of each site
   * @param start first edge of each site, one more entry than sites
   * @param neighbor site at the other end of each edge
   * @param shell distance class of each edge
   */
  static int[] classes(int[] initial, int[] start, int[] neighbor, int[] shell) {
    int sites = initial.length;
    int[] color = initial.clone();
    int known = distinct(color);
    long[] keys = new long[16];
    while (known < sites) {
      Map<Long, Integer> names = new HashMap<>();
      int[] next = new int[sites];
      for (int i = 0; i < sites; i++) {
        int count = start[i + 1] - start[i];
        if (keys.length < count) {
          keys = new long[2 * count];
        }
        for (int e = 0; e < count; e++) {
          int edge = start[i] + e;
          keys[e] = ((long) shell[edge] << 32) | color[neighbor[edge]];
        }
        Arrays.sort(keys, 0, count);
        long hash = mix(color[i] + 0x9E3779B97F4A7C15L);
        for (int e = 0; e < count; e++) {
          hash = mix(hash * 0xBF58476D1CE4E5B9L + keys[e]);
        }
        Integer name = names.get(hash);
        if (name == null) {
          name = names.size();
          names.put(hash, name);
        }
        next[i] = name;
      }
      color = next;
      if (names.size() == known) {
        break;
      }
      known = names.size();
    }
    return compact(color);
  }

  private static int distinct(int[] values) {
    return (int) Arrays.stream(values).distinct().count();
  }

  private static int[] compact(int[] values) {
    Map<Integer, Integer> names = new HashMap<>();
    int[] result = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      Integer name = names.get(values[i]);
      if (name == null) {
        name = names.size();
        names.put(values[i], name);
      }
      result[i] = name;
    }
    return result;
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
