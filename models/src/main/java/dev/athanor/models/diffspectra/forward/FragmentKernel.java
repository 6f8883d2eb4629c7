package dev.athanor.models.diffspectra.forward;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How alike a molecule is to each of many, by fragments: {@code K(a, b) = |A and B| / |A or B|}
 * (Tanimoto, of counts).
 */
final class FragmentKernel {
  private final Map<Integer, int[]> holders;
  private final int[] sizes;

  private FragmentKernel(Map<Integer, int[]> holders, int[] sizes) {
    this.holders = holders;
    this.sizes = sizes;
  }

  /** The kernel to these sets. */
  static FragmentKernel of(List<int[]> sets) {
    Map<Integer, List<Integer>> lists = new HashMap<>();
    int[] sizes = new int[sets.size()];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = sets.get(i).length;
      for (int fragment : sets.get(i)) {
        lists.computeIfAbsent(fragment, f -> new ArrayList<>()).add(i);
      }
    }
    Map<Integer, int[]> holders = new HashMap<>();
    lists.forEach(
        (fragment, list) ->
            holders.put(fragment, list.stream().mapToInt(Integer::intValue).toArray()));
    return new FragmentKernel(holders, sizes);
  }

  int size() {
    return sizes.length;
  }

  /** The kernel between a set and each, 0 to 1. */
  float[] to(int[] set) {
    int[] common = new int[sizes.length];
    for (int fragment : set) {
      int[] list = holders.get(fragment);
      if (list != null) {
        for (int holder : list) {
          common[holder]++;
        }
      }
    }
    float[] kernel = new float[sizes.length];
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] = (float) common[i] / (set.length + sizes[i] - common[i]);
    }
    return kernel;
  }
}
