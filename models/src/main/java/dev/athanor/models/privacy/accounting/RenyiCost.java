package dev.athanor.models.privacy.accounting;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The Renyi differential privacy of what was released: a bound on the Renyi divergence between the
 * outputs for two data sets that differ in one record, at each of {@link RenyiOrders}.
 *
 * <p>Costs of several releases add, order by order, also where a later release was chosen after
 * seeing an earlier one. Immutable.
 *
 * @see <a href="https://arxiv.org/abs/1702.07476">Mironov, Renyi differential privacy (2017)</a>
 */
public final class RenyiCost {
  /** Nothing was released. */
  public static final RenyiCost NONE = new RenyiCost(new double[RenyiOrders.count()], 0);

  private final double[] atOrders;

  /** Sum of the squares of {@code S / sigma} where all noise was Gaussian, else not a number. */
  private final double gaussian;

  private RenyiCost(double[] atOrders, double gaussian) {
    this.atOrders = atOrders;
    this.gaussian = gaussian;
  }

  /**
   * A cost given as a function of the order.
   *
   * @param divergence of an order above 1; at least 0, infinite where nothing is known
   */
  public static RenyiCost of(DoubleUnaryOperator divergence) {
    double[] values = Arrays.stream(RenyiOrders.all()).map(divergence).toArray();
    for (double value : values) {
      if (!(value >= 0)) {
        throw new IllegalArgumentException("a Renyi divergence is at least 0: " + value);
      }
    }
    return new RenyiCost(values, Double.NaN);
  }

  /**
   * Of numbers under Gaussian noise, of which it is known exactly what they hide: {@code RDP(alpha)
   * = alpha mu^2 / 2}.
   *
   * @param moved mu, how far one record can move the numbers, in deviations of the noise
   */
  static RenyiCost ofGaussian(double moved) {
    return new RenyiCost(of(alpha -> alpha * moved * moved / 2).atOrders, moved * moved);
  }

  /** Of this release and that. */
  public RenyiCost plus(RenyiCost other) {
    double[] sum = new double[atOrders.length];
    Arrays.setAll(sum, i -> atOrders[i] + other.atOrders[i]);
    return new RenyiCost(sum, gaussian + other.gaussian);
  }

  /** Of so many releases of this kind. */
  public RenyiCost times(long releases) {
    if (releases < 0) {
      throw new IllegalArgumentException("releases are counted from 0: " + releases);
    }
    return releases == 0
        ? NONE
        : new RenyiCost(
            Arrays.stream(atOrders).map(value -> value * releases).toArray(), gaussian * releases);
  }

  /**
   * The least epsilon of a delta that is known to hold: exact where all noise was Gaussian, else
   * {@link #renyiGuarantee}.
   */
  public PrivacyGuarantee guarantee(double delta) {
    return gaussian > 0
        ? new PrivacyGuarantee(GaussianCurve.epsilon(Math.sqrt(gaussian), delta), delta)
        : renyiGuarantee(delta);
  }

  /**
   * The epsilon of a delta by the tight conversion of Renyi divergences, {@code min over alpha of
   * RDP + log((alpha - 1) / alpha) - (log delta + log alpha) / (alpha - 1)}, and never below 0.
   *
   * @see <a href="https://arxiv.org/abs/1905.09982">Balle et al., Hypothesis testing
   *     interpretations and Renyi differential privacy (2020), theorem 21</a>
   */
  public PrivacyGuarantee renyiGuarantee(double delta) {
    return converted(
        delta, alpha -> Math.log1p(-1 / alpha) - (Math.log(delta) + Math.log(alpha)) / (alpha - 1));
  }

  /**
   * The same by the older conversion, {@code min over alpha of RDP + log(1 / delta) / (alpha - 1)}:
   * larger; for comparison with papers that used it.
   */
  public PrivacyGuarantee looseGuarantee(double delta) {
    return converted(delta, alpha -> -Math.log(delta) / (alpha - 1));
  }

  /** The divergence at one of {@link RenyiOrders}. */
  public double atOrder(int i) {
    return atOrders[i];
  }

  private PrivacyGuarantee converted(double delta, DoubleUnaryOperator conversion) {
    if (Arrays.stream(atOrders).allMatch(value -> value == 0)) {
      return new PrivacyGuarantee(0, delta);
    }
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < atOrders.length; i++) {
      double alpha = RenyiOrders.order(i);
      // at infinite order a divergence is an epsilon already
      double more = Double.isInfinite(alpha) ? 0 : conversion.applyAsDouble(alpha);
      least = Math.min(least, atOrders[i] + more);
    }
    return new PrivacyGuarantee(Math.max(0, least), delta);
  }
}
