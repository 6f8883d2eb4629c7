package dev.athanor.models.elements.training;

import dev.athanor.models.elements.heads.CompositionDescriptor;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lends formulas the structure of the crystal whose composition is nearest, by the sum of the
 * differences of the shares of the elements: a doped compound most often has the structure of its
 * parent. Without this, trees tell formulas from crystals by what is missing, and each kind learns
 * little from the other. Nothing measured is lent.
 */
final class LikelyStructures {
  private static final int FRACTIONS = CompositionDescriptor.STATISTICS_SIZE;

  private LikelyStructures() {}

  /** The same samples, those without a structure with the features of the nearest one that has. */
  static List<TransitionSample> lent(List<TransitionSample> samples) {
    List<TransitionSample> crystals =
        samples.stream().filter(TransitionSample::structured).toList();
    if (crystals.isEmpty()) {
      return samples;
    }
    return samples.parallelStream()
        .map(sample -> sample.structured() ? sample : lent(sample, nearest(sample, crystals)))
        .toList();
  }

  private static TransitionSample lent(TransitionSample sample, TransitionSample crystal) {
    float[] descriptor = crystal.descriptor().clone();
    System.arraycopy(sample.descriptor(), 0, descriptor, 0, CompositionDescriptor.SIZE);
    return new TransitionSample(
        sample.formula(),
        sample.system(),
        sample.family(),
        descriptor,
        sample.temperature(),
        sample.weight(),
        false);
  }

  private static TransitionSample nearest(
      TransitionSample sample, List<TransitionSample> crystals) {
    float[] wanted = sample.descriptor();
    int[] present =
        IntStream.range(FRACTIONS, CompositionDescriptor.SIZE).filter(i -> wanted[i] > 0).toArray();
    TransitionSample best = crystals.get(0);
    double most = -1;
    for (TransitionSample crystal : crystals) {
      // the differences add up to two less twice what both share
      double shared = 0;
      for (int i : present) {
        shared += Math.min(wanted[i], crystal.descriptor()[i]);
      }
      if (shared > most) {
        most = shared;
        best = crystal;
      }
    }
    return best;
  }
}
