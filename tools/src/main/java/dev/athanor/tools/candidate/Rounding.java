package dev.athanor.tools.candidate;

import dev.athanor.models.Estimate;
import dev.athanor.models.elements.StabilityVerdict;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers without the digits that no measurement could confirm. */
public final class Rounding {
  private static final int ESTIMATE_DIGITS = 4;

  private Rounding() {}

  /** A number with this many digits after the point. */
  public static double round(double value, int digits) {
    double rounded =
        BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN).doubleValue();
    return rounded == 0 ? 0 : rounded;
  }

  /** An estimate to 0.0001 of its unit. */
  public static Estimate round(Estimate estimate) {
    return new Estimate(
        round(estimate.value(), ESTIMATE_DIGITS),
        estimate.unit(),
        round(estimate.standardDeviation(), ESTIMATE_DIGITS),
        estimate.applicability());
  }

  /** A verdict with its probability to 0.0001. */
  public static StabilityVerdict round(StabilityVerdict verdict) {
    return new StabilityVerdict(round(verdict.probability(), ESTIMATE_DIGITS), verdict.stable());
  }
}
