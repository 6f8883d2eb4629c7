package dev.athanor.models.elements.heads;

import java.util.Arrays;

/**
 * The probability that a crystal is stable, and from which probability on it is called so.
 *
 * <p>{@code P(E <= hull) = Phi(-d / s)} for a distance d from the hull of the others with deviation
 * s, both in eV/atom. Calling stable what lies at or below the hull is the threshold one half; a
 * higher one gives up some of the stable for fewer false calls. As good as d and s are: where s is
 * calibrated, so is the probability.
 */
public final class StableProbability {
  private static final int STEPS = 200;
  private static final double LEAST_DEVIATION = 1e-9;

  private StableProbability() {}

  /**
   * The probability, 0 to 1.
   *
   * @param distance from the hull, eV/atom; below 0 where it would be part of the hull
   * @param deviation of the distance, eV/atom
   */
  public static double of(double distance, double deviation) {
    return normal(-distance / Math.max(LEAST_DEVIATION, deviation));
  }

  /**
   * The least threshold with which calls are right so much more often than stable crystals are
   * found by chance: precision over prevalence, the discovery acceleration factor. Where no
   * threshold reaches the factor, one just below 1.
   *
   * @param probability of each crystal
   * @param stable whether it is
   * @param factor wanted
   */
  public static double threshold(double[] probability, boolean[] stable, double factor) {
    int step = 1;
    while (step < STEPS - 1 && acceleration(probability, stable, (double) step / STEPS) < factor) {
      step++;
    }
    return (double) step / STEPS;
  }

  private static double acceleration(double[] probability, boolean[] stable, double threshold) {
    int calls = 0;
    int right = 0;
    int truths = 0;
    for (int i = 0; i < stable.length; i++) {
      boolean called = probability[i] >= threshold;
      calls += called ? 1 : 0;
      right += called && stable[i] ? 1 : 0;
      truths += stable[i] ? 1 : 0;
    }
    return calls > 0 && truths > 0 ? (double) right / calls * stable.length / truths : 0;
  }

  /** The probabilities of some crystals. */
  public static double[] of(double[] distance, double[] deviation) {
    double[] result = new double[distance.length];
    Arrays.setAll(result, i -> of(distance[i], deviation[i]));
    return result;
  }

  /** The normal distribution function, by the logistic approximation of Bowling et al. (2009). */
  private static double normal(double z) {
    return 1 / (1 + Math.exp(-1.5976 * z - 0.07056 * z * z * z));
  }
}
