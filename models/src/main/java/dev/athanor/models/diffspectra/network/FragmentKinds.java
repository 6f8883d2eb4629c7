package dev.athanor.models.diffspectra.network;

import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.models.diffspectra.forward.MoleculeFragments;
import java.util.Arrays;

/**
 * The fragments of a constitution, surroundings of atoms up to two bonds away and bonds by rings,
 * folded into {@link DiffusionNetwork#FRAGMENTS} kinds; some kinds stand for several fragments.
 */
public final class FragmentKinds {
  private static final int RADIUS = 2;

  private FragmentKinds() {}

  /** Those of a constitution, ascending, each once. */
  public static int[] of(MolecularGraph graph) {
    return Arrays.stream(MoleculeFragments.small(graph, RADIUS))
        .map(name -> Math.floorMod(name, DiffusionNetwork.FRAGMENTS))
        .sorted()
        .distinct()
        .toArray();
  }

  /**
   * How much spectra speak for a constitution: the sum of the logits of its kinds, which is the
   * logarithm of its likelihood up to a constant, as if kinds were independent.
   *
   * @param logits of all kinds
   */
  public static double agreement(MolecularGraph graph, float[] logits) {
    double sum = 0;
    for (int kind : of(graph)) {
      sum += logits[kind];
    }
    return sum;
  }
}
