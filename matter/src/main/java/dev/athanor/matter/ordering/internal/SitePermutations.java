package dev.athanor.matter.ordering.internal;

import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.ordering.ParentOperation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How the symmetry of the parent permutes the shared places of a supercell. Place {@code s * n + g}
 * is site {@code s} of the parent in the class {@code g} of its {@code n} cells.
 *
 * @param all the permutations, each once, the identity first
 * @param translations those that are pure translations and move something
 */
public record SitePermutations(List<int[]> all, List<int[]> translations) {
  private static final double SAME = 0.05;

  /**
   * The permutations of a superlattice.
   *
   * @param positions the shared sites of the primitive parent, fractional
   * @param operations the symmetry of the parent
   */
  public static SitePermutations of(
      Hermite superlattice, List<Vector3> positions, List<ParentOperation> operations) {
    int cells = superlattice.index();
    List<int[]> all = new ArrayList<>();
    List<int[]> translations = new ArrayList<>();
    Set<List<Integer>> known = new HashSet<>();
    for (int shift = 0; shift < cells; shift++) {
      int[] permutation = translation(superlattice, positions.size(), shift);
      add(permutation, all, known);
      if (shift > 0) {
        translations.add(permutation);
      }
    }
    for (ParentOperation operation : operations) {
      if (superlattice.isKeptBy(operation)) {
        int[] turned = permutation(superlattice, positions, operation);
        for (int shift = 0; shift < cells; shift++) {
          int[] moved = translation(superlattice, positions.size(), shift);
          int[] product = new int[turned.length];
          for (int i = 0; i < product.length; i++) {
            product[i] = moved[turned[i]];
          }
          add(product, all, known);
        }
      }
    }
    return new SitePermutations(all, translations);
  }

  private static void add(int[] permutation, List<int[]> all, Set<List<Integer>> known) {
    List<Integer> key = new ArrayList<>(permutation.length);
    for (int image : permutation) {
      key.add(image);
    }
    if (known.add(key)) {
      all.add(permutation);
    }
  }

  private static int[] translation(Hermite superlattice, int sites, int shift) {
    int cells = superlattice.index();
    int[] by = superlattice.representative(shift);
    int[] result = new int[sites * cells];
    for (int g = 0; g < cells; g++) {
      int[] from = superlattice.representative(g);
      int to = superlattice.coset(new int[] {from[0] + by[0], from[1] + by[1], from[2] + by[2]});
      for (int s = 0; s < sites; s++) {
        result[s * cells + g] = s * cells + to;
      }
    }
    return result;
  }

  private static int[] permutation(
      Hermite superlattice, List<Vector3> positions, ParentOperation operation) {
    int cells = superlattice.index();
    int[] result = new int[positions.size() * cells];
    for (int s = 0; s < positions.size(); s++) {
      Vector3 image = operation.apply(positions.get(s));
      int target = nearest(positions, image);
      Vector3 moved = image.minus(positions.get(target));
      int[] carried = {
        (int) Math.rint(moved.x()), (int) Math.rint(moved.y()), (int) Math.rint(moved.z())
      };
      for (int g = 0; g < cells; g++) {
        int[] turned = operation.turned(superlattice.representative(g));
        int to =
            superlattice.coset(
                new int[] {turned[0] + carried[0], turned[1] + carried[1], turned[2] + carried[2]});
        result[s * cells + g] = target * cells + to;
      }
    }
    return result;
  }

  private static int nearest(List<Vector3> positions, Vector3 image) {
    int best = -1;
    double least = SAME;
    for (int s = 0; s < positions.size(); s++) {
      Vector3 d = image.minus(positions.get(s));
      double miss =
          Math.max(
              Math.abs(d.x() - Math.rint(d.x())),
              Math.max(Math.abs(d.y() - Math.rint(d.y())), Math.abs(d.z() - Math.rint(d.z()))));
      if (miss < least) {
        least = miss;
        best = s;
      }
    }
    if (best < 0) {
      throw new IllegalStateException("an operation of the parent loses a shared site");
    }
    return best;
  }
}
