package dev.athanor.tools.ranking;

/** The standard normal distribution. */
public final class Normal {
  private Normal() {}

  /** Density at z. */
  static double density(double z) {
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }

  /**
   * Probability of a value below z: {@code (1 + erf(z / sqrt 2)) / 2}, by the rational
   * approximation 7.1.26 of Abramowitz and Stegun, good to 1.5e-7.
   */
  public static double cumulative(double z) {
    double x = Math.abs(z) / Math.sqrt(2);
    double t = 1 / (1 + 0.3275911 * x);
    double polynomial =
        t
            * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    double tail = polynomial * Math.exp(-x * x) / 2;
    return z >= 0 ? 1 - tail : tail;
  }
}
