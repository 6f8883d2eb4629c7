package dev.athanor.models.privacy.accounting;

/**
 * Renyi cost of anything that is epsilon-differentially private with delta 0: {@code RDP(alpha) <=
 * log((sinh(alpha e) - sinh((alpha - 1) e)) / sinh(e)) / (alpha - 1)}, which randomised response
 * between two labels reaches.
 *
 * @see <a href="https://arxiv.org/abs/1605.02065">Bun and Steinke, Concentrated differential
 *     privacy (2016), lemma 3.3 and its proof</a>
 */
final class PureEpsilon {
  private PureEpsilon() {}

  static RenyiCost cost(double epsilon) {
    return RenyiCost.of(alpha -> divergence(alpha, epsilon));
  }

  /** With {@code p = e^e / (e^e + 1)}: {@code log(p^a (1-p)^(1-a) + (1-p)^a p^(1-a)) / (a - 1)}. */
  private static double divergence(double alpha, double epsilon) {
    if (Double.isInfinite(alpha)) {
      return epsilon;
    }
    double logKeep = -Math.log1p(Math.exp(-epsilon));
    double logLie = logKeep - epsilon;
    double likely = alpha * logKeep + (1 - alpha) * logLie;
    double unlikely = alpha * logLie + (1 - alpha) * logKeep;
    double moment = likely + Math.log1p(Math.exp(unlikely - likely));
    return Math.min(epsilon, Math.max(0, moment) / (alpha - 1));
  }
}
