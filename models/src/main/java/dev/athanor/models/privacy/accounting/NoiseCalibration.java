package dev.athanor.models.privacy.accounting;

import java.util.function.DoubleFunction;

/**
 * Finds the least noise that keeps a promise. What it returns never costs more than was asked for:
 * the search keeps the end that was seen to hold.
 */
public final class NoiseCalibration {
  /** Relative width at which the search ends. */
  private static final double PRECISION = 1e-6;

  private static final double LEAST_NOISE = 1e-3;
  private static final double MOST_NOISE = 1e7;

  private NoiseCalibration() {}

  /**
   * The least noise that keeps a guarantee.
   *
   * @param guarantee what must hold
   * @param cost of all that is released with a noise, less the more noise there is
   * @throws IllegalArgumentException if no noise up to ten million keeps it
   */
  public static double leastNoise(PrivacyGuarantee guarantee, DoubleFunction<RenyiCost> cost) {
    double enough = LEAST_NOISE;
    while (!holds(guarantee, cost, enough)) {
      enough *= 2;
      if (enough > MOST_NOISE) {
        throw new IllegalArgumentException(
            "no amount of noise keeps epsilon " + guarantee.epsilon());
      }
    }
    double tooLittle = enough / 2;
    while (enough / tooLittle > 1 + PRECISION) {
      double middle = Math.sqrt(enough * tooLittle);
      if (holds(guarantee, cost, middle)) {
        enough = middle;
      } else {
        tooLittle = middle;
      }
    }
    return enough;
  }

  private static boolean holds(
      PrivacyGuarantee guarantee, DoubleFunction<RenyiCost> cost, double noise) {
    return cost.apply(noise).guarantee(guarantee.delta()).epsilon() <= guarantee.epsilon();
  }
}
