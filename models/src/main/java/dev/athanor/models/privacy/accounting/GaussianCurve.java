package dev.athanor.models.privacy.accounting;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Erfcx;

/**
 * What Gaussian noise hides, exactly. Telling a normal distribution from the same one moved by
 * {@code mu} deviations is as hard as
 *
 * <p>{@code delta(epsilon) = Phi(mu / 2 - epsilon / mu) - e^epsilon Phi(-mu / 2 - epsilon / mu)},
 *
 * <p>and Gaussian releases one after the other, each chosen in the light of the earlier, are like
 * one that moves by the root of the sum of the squares of their {@code S / sigma}.
 *
 * @see <a href="https://arxiv.org/abs/1805.06530">Balle and Wang, Improving the Gaussian mechanism
 *     for differential privacy (2018), theorem 8, for the curve</a>
 * @see <a href="https://arxiv.org/abs/1905.02383">Dong, Roth and Su, Gaussian differential privacy
 *     (2019), corollary 3.3, for composition</a>
 */
final class GaussianCurve {
  private static final double ROOT_OF_2 = Math.sqrt(2);

  /** Rounding of the two error functions must not hide what is spent. */
  private static final double BELOW = 1 - 1e-9;

  private static final double PRECISION = 1e-12;

  private GaussianCurve() {}

  /**
   * The least epsilon that holds at a delta, rounded up.
   *
   * @param moved mu, by how many deviations; above 0
   */
  static double epsilon(double moved, double delta) {
    double enough = moved * moved / 2 + moved * Math.sqrt(-2 * Math.log(delta));
    if (delta(moved, 0) <= BELOW * delta) {
      return 0;
    }
    double tooLittle = 0;
    while (enough - tooLittle > PRECISION * enough) {
      double middle = (enough + tooLittle) / 2;
      if (delta(moved, middle) <= BELOW * delta) {
        enough = middle;
      } else {
        tooLittle = middle;
      }
    }
    return enough;
  }

  /** The curve; both terms share the factor {@code exp(-a^2 / 2)}, {@code a = eps/mu - mu/2}. */
  static double delta(double moved, double epsilon) {
    double near = (epsilon / moved - moved / 2) / ROOT_OF_2;
    double far = (epsilon / moved + moved / 2) / ROOT_OF_2;
    double factor = Math.exp(-near * near);
    return near > 0
        ? factor * (Erfcx.value(near) - Erfcx.value(far)) / 2
        : (Erfc.value(near) - factor * Erfcx.value(far)) / 2;
  }
}
