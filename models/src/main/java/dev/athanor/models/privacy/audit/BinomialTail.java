package dev.athanor.models.privacy.audit;

import org.apache.commons.numbers.gamma.RegularizedBeta;

/** Tails of the binomial distribution, and the shares that observed counts leave possible. */
final class BinomialTail {
  private static final int HALVINGS = 60;

  private BinomialTail() {}

  /** Probability of at least {@code least} successes in {@code trials}. */
  static double atLeast(int least, int trials, double share) {
    if (least <= 0) {
      return 1;
    }
    if (least > trials) {
      return 0;
    }
    return RegularizedBeta.value(share, least, trials - least + 1.0);
  }

  /**
   * The largest share of successes that is not excluded: from there on, so few successes have less
   * than {@code error} probability (Clopper and Pearson, one-sided).
   */
  static double highestShare(int successes, int trials, double error) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (1 - atLeast(successes + 1, trials, middle) > error) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
