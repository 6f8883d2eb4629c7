package dev.athanor.models.privacy.accounting;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Erfcx;

/**
 * Sums over a random part of the records, released with Gaussian noise, as training with clipped
 * and noised gradients does. Each record takes part in each step on its own with the same
 * probability (Poisson sampling; parts of a fixed size drawn from a shuffle are not covered).
 *
 * <p>{@code RDP(alpha) = log A(alpha) / (alpha - 1)} with {@code A(alpha) = E[(p/q)^alpha]}, {@code
 * p = (1 - r) N(0, sigma^2) + r N(1, sigma^2)}, {@code q = N(0, sigma^2)}: a finite sum for whole
 * orders, two infinite series for others. For data sets of which one has one record more.
 *
 * @param rate probability of a record to take part in a step, above 0, at most 1
 * @param multiplier deviation of the noise over the length to which each record's contribution is
 *     clipped, above 0
 * @param steps how often
 * @see <a href="https://arxiv.org/abs/1908.10530">Mironov, Talwar and Zhang, Renyi differential
 *     privacy of the sampled Gaussian mechanism (2019), section 3.3</a>
 */
public record SubsampledGaussian(double rate, double multiplier, long steps)
    implements PrivateMechanism {
  /** Terms this far, in natural logarithms, below the sum no longer count. */
  private static final double NEGLIGIBLE = 30;

  private static final int MOST_TERMS = 100_000;

  public SubsampledGaussian {
    if (!(rate > 0 && rate <= 1)) {
      throw new IllegalArgumentException("a rate lies above 0 and is at most 1: " + rate);
    }
    Parameters.positive("multiplier", multiplier);
    Parameters.counted(steps);
  }

  @Override
  public RenyiCost cost() {
    if (rate == 1) {
      return new GaussianMechanism(1, multiplier, steps).cost();
    }
    return RenyiCost.of(this::divergence).times(steps);
  }

  @Override
  public Protected unit() {
    return Protected.RECORD;
  }

  private double divergence(double alpha) {
    if (Double.isInfinite(alpha)) {
      return alpha;
    }
    double moment = alpha == Math.rint(alpha) ? wholeOrder((int) alpha) : brokenOrder(alpha);
    return Math.max(0, moment) / (alpha - 1);
  }

  /** {@code log sum_k C(n, k) (1 - r)^(n - k) r^k exp((k^2 - k) / (2 sigma^2))}. */
  private double wholeOrder(int n) {
    SignedLogSum sum = new SignedLogSum();
    double binomial = 0;
    for (int k = 0; k <= n; k++) {
      if (k > 0) {
        binomial += Math.log(n - k + 1.0) - Math.log(k);
      }
      sum.add(binomial + (n - k) * Math.log1p(-rate) + k * Math.log(rate) + exponent(k), true);
    }
    return sum.logarithm();
  }

  /** The two series: left of the point where both densities are equal, and right of it. */
  private double brokenOrder(double alpha) {
    double equal = multiplier * multiplier * Math.log(1 / rate - 1) + 0.5;
    double width = Math.sqrt(2) * multiplier;
    SignedLogSum sum = new SignedLogSum();
    double binomial = 0;
    boolean positive = true;
    for (int i = 0; i < MOST_TERMS; i++) {
      if (i > 0) {
        double factor = (alpha - i + 1) / i;
        binomial += Math.log(Math.abs(factor));
        positive = (factor > 0) == positive;
      }
      double rest = alpha - i;
      double left =
          binomial
              + i * Math.log(rate)
              + rest * Math.log1p(-rate)
              + exponent(i)
              + logHalfErfc((i - equal) / width);
      double right =
          binomial
              + rest * Math.log(rate)
              + i * Math.log1p(-rate)
              + exponent(rest)
              + logHalfErfc((equal - rest) / width);
      sum.add(left, positive);
      sum.add(right, positive);
      double last = Math.max(left, right);
      if (i > alpha && last < sum.largest() - NEGLIGIBLE) {
        // signs alternate from here on and terms shrink: what is left out is less than the last two
        sum.add(last, true);
        sum.add(last, true);
        return sum.logarithm();
      }
    }
    // no bound was found: say so rather than too little
    return Double.POSITIVE_INFINITY;
  }

  private double exponent(double k) {
    return (k * k - k) / (2 * multiplier * multiplier);
  }

  private static double logHalfErfc(double x) {
    return Math.log(0.5) + (x > 1 ? Math.log(Erfcx.value(x)) - x * x : Math.log(Erfc.value(x)));
  }
}
