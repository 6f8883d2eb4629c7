package dev.athanor.models.privacy.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

final class SubsampledGaussianTest {
  private static final double[][] RATES_AND_MULTIPLIERS = {
    {0.01, 0.6}, {0.004, 1.1}, {0.2, 1.0}, {0.2, 5}, {0.6, 2}, {0.95, 0.9}
  };

  /** {@code log E_q[(p/q)^alpha] / (alpha - 1)} by Simpson's rule. */
  private static double integrated(double rate, double sigma, double alpha) {
    DoubleUnaryOperator logRatio =
        x -> Math.log1p(rate * Math.expm1((2 * x - 1) / (2 * sigma * sigma)));
    double middle = alpha;
    int steps = 200_000;
    double from = -20 * sigma;
    double width = (middle + 20 * sigma - from) / steps;
    double highest = Double.NEGATIVE_INFINITY;
    double[] logs = new double[steps + 1];
    for (int i = 0; i <= steps; i++) {
      double x = from + i * width;
      logs[i] = alpha * logRatio.applyAsDouble(x) - x * x / (2 * sigma * sigma);
      highest = Math.max(highest, logs[i]);
    }
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      double weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight * Math.exp(logs[i] - highest);
    }
    return (highest + Math.log(sum * width / 3) - Math.log(sigma * Math.sqrt(2 * Math.PI)))
        / (alpha - 1);
  }

  @Test
  void everyOrderIsTheIntegralThatItStandsFor() {
    for (double[] setting : RATES_AND_MULTIPLIERS) {
      RenyiCost cost = new SubsampledGaussian(setting[0], setting[1], 1).cost();
      for (int i = 0; i < RenyiOrders.count() && RenyiOrders.order(i) <= 64; i += 3) {
        double alpha = RenyiOrders.order(i);
        double expected = integrated(setting[0], setting[1], alpha);
        assertThat(cost.atOrder(i))
            .as("rate %s, multiplier %s, order %s", setting[0], setting[1], alpha)
            .isCloseTo(expected, within(1e-9 + 1e-7 * expected));
      }
    }
  }

  @Test
  void samplingEverythingIsThePlainMechanism() {
    assertThat(new SubsampledGaussian(1, 2, 7).cost().guarantee(1e-6))
        .isEqualTo(new GaussianMechanism(1, 2, 7).cost().guarantee(1e-6));
    assertThat(new SubsampledGaussian(1 - 1e-9, 2, 7).cost().guarantee(1e-6).epsilon())
        .isCloseTo(
            new GaussianMechanism(1, 2, 7).cost().renyiGuarantee(1e-6).epsilon(), within(1e-6));
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> new SubsampledGaussian(0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SubsampledGaussian(0.1, Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SubsampledGaussian(0.1, 1, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
