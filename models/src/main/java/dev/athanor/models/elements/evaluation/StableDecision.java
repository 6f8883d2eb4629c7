package dev.athanor.models.elements.evaluation;

import java.util.Arrays;
import java.util.Random;

/**
 * Calls crystals stable where the probability of it, {@code P(E <= hull) = Phi(-d / s)} for a
 * distance d from the hull with deviation s, is large enough. How large is chosen on one half of
 * the crystals, as the least that reaches a factor of acceleration there, and used on the other
 * half; and the other way round.
 */
final class StableDecision {
  private static final double STEP = 0.005;

  private final double[] probability;
  private final boolean[] stable;

  StableDecision(double[] distance, double[] deviation, boolean[] stable) {
    this.stable = stable.clone();
    probability = new double[distance.length];
    for (int i = 0; i < probability.length; i++) {
      probability[i] = normal(-distance[i] / Math.max(1e-9, deviation[i]));
    }
  }

  double[] probabilities() {
    return probability.clone();
  }

  /** The calls for all crystals, each with the threshold of the half that it is not in. */
  boolean[] calls(double factor, long seed) {
    Random random = new Random(seed);
    boolean[] first = new boolean[probability.length];
    for (int i = 0; i < first.length; i++) {
      first[i] = random.nextBoolean();
    }
    double ofFirst = threshold(factor, rows(first, true));
    double ofSecond = threshold(factor, rows(first, false));
    boolean[] calls = new boolean[probability.length];
    for (int i = 0; i < calls.length; i++) {
      calls[i] = probability[i] >= (first[i] ? ofSecond : ofFirst);
    }
    return calls;
  }

  private static int[] rows(boolean[] first, boolean wanted) {
    int[] rows = new int[first.length];
    int count = 0;
    for (int i = 0; i < first.length; i++) {
      if (first[i] == wanted) {
        rows[count++] = i;
      }
    }
    return Arrays.copyOf(rows, count);
  }

  private double threshold(double factor, int[] rows) {
    double threshold = STEP;
    while (threshold < 1 - STEP) {
      boolean[] calls = new boolean[probability.length];
      for (int row : rows) {
        calls[row] = probability[row] >= threshold;
      }
      if (Stability.of(stable, calls, rows).accelerationFactor() >= factor) {
        break;
      }
      threshold += STEP;
    }
    return threshold;
  }

  /** The normal distribution function, by the logistic approximation of Bowling et al. (2009). */
  private static double normal(double z) {
    return 1 / (1 + Math.exp(-1.5976 * z - 0.07056 * z * z * z));
  }
}
