package dev.athanor.matter.ordering.internal;

import java.util.Arrays;
import java.util.function.ObjIntConsumer;

/**
 * All ways to give the places of a supercell their occupants, one from each set of equivalent ones:
 * that which comes first in the order of words.
 *
 * <p>Places are filled one after the other; a beginning is given up as soon as some permutation
 * turns it into an earlier one, because all that follows from it would be turned so too. What
 * repeats in a smaller cell is left out.
 */
public final class Labelings {
  private final SitePermutations permutations;

  /** Group of each place: its allowed labels and how often they are still to come. */
  private final int[] groupOfPlace;

  private final int[][] left;
  private final int[][] labelsOfGroup;
  private final int[] label;
  private final ObjIntConsumer<int[]> sink;
  private final Budget budget;

  /** How many beginnings may be looked at, counted over all superlattices. */
  public static final class Budget {
    private long left;

    /** So many. */
    public Budget(long most) {
      left = most;
    }

    /** True while something is left, which is then one less. */
    boolean take() {
      return left-- > 0;
    }
  }

  /** Thrown when the budget is spent. */
  public static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private Labelings(
      SitePermutations permutations,
      int[] groupOfPlace,
      int[][] labelsOfGroup,
      int[][] counts,
      Budget budget,
      ObjIntConsumer<int[]> sink) {
    this.permutations = permutations;
    this.groupOfPlace = groupOfPlace;
    this.labelsOfGroup = labelsOfGroup;
    this.budget = budget;
    this.sink = sink;
    left = new int[counts.length][];
    for (int i = 0; i < counts.length; i++) {
      left[i] = counts[i].clone();
    }
    label = new int[groupOfPlace.length];
  }

  /**
   * Hands every labeling to {@code sink}, with the number of labelings that it stands for.
   *
   * @param groupOfPlace which group a place belongs to
   * @param labelsOfGroup labels that a group's places may have, ascending
   * @param counts how often each of these labels occurs in the group
   * @throws Exhausted when the budget is spent
   */
  public static void enumerate(
      SitePermutations permutations,
      int[] groupOfPlace,
      int[][] labelsOfGroup,
      int[][] counts,
      Budget budget,
      ObjIntConsumer<int[]> sink) {
    new Labelings(permutations, groupOfPlace, labelsOfGroup, counts, budget, sink).fill(0);
  }

  /** The first in the order of words among all images of a labeling. */
  public static int[] canonical(SitePermutations permutations, int[] labeling) {
    int[] best = labeling;
    for (int[] permutation : permutations.all()) {
      int[] image = new int[labeling.length];
      for (int i = 0; i < image.length; i++) {
        image[i] = labeling[permutation[i]];
      }
      if (Arrays.compare(image, best) < 0) {
        best = image;
      }
    }
    return best;
  }

  /** True when some translation of the parent leaves the labeling as it is. */
  public static boolean repeats(SitePermutations permutations, int[] labeling) {
    for (int[] translation : permutations.translations()) {
      boolean same = true;
      for (int i = 0; i < labeling.length && same; i++) {
        same = labeling[i] == labeling[translation[i]];
      }
      if (same) {
        return true;
      }
    }
    return false;
  }

  /** How many labelings are equivalent to this one, itself counted. */
  public static int multiplicity(SitePermutations permutations, int[] labeling) {
    int kept = 0;
    for (int[] permutation : permutations.all()) {
      boolean same = true;
      for (int i = 0; i < labeling.length && same; i++) {
        same = labeling[i] == labeling[permutation[i]];
      }
      kept += same ? 1 : 0;
    }
    return permutations.all().size() / kept;
  }

  private void fill(int place) {
    if (!budget.take()) {
      throw new Exhausted();
    }
    if (!mayBeFirst(place)) {
      return;
    }
    if (place == label.length) {
      if (!repeats(permutations, label)) {
        sink.accept(label.clone(), multiplicity(permutations, label));
      }
      return;
    }
    int group = groupOfPlace[place];
    for (int i = 0; i < labelsOfGroup[group].length; i++) {
      if (left[group][i] > 0) {
        left[group][i]--;
        label[place] = labelsOfGroup[group][i];
        fill(place + 1);
        left[group][i]++;
      }
    }
  }

  /** False when an image of what is filled, as far as it is known, comes before it. */
  private boolean mayBeFirst(int filled) {
    for (int[] permutation : permutations.all()) {
      for (int i = 0; i < filled; i++) {
        int from = permutation[i];
        if (from >= filled || label[from] > label[i]) {
          break;
        }
        if (label[from] < label[i]) {
          return false;
        }
      }
    }
    return true;
  }
}
