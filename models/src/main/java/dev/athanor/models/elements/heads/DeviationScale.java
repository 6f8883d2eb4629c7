package dev.athanor.models.elements.heads;

import dev.athanor.models.weights.WeightFile;
import java.util.Arrays;
import java.util.Map;

/**
 * Makes a standard deviation of a distribution: {@code factor * max(floor, d68, tail * d95)^power},
 * where {@code d68} and {@code d95} are the distances from the answer within which 68.27 % and 95 %
 * of the distribution lie. Fitted on held-out errors, so that 68.27 % of them lie within one
 * deviation and, as nearly as may be, 95 % within 1.96. A power below one says that the
 * distributions exaggerate how much their widths differ.
 *
 * @param factor above 0
 * @param tail how much the wide interval counts, 0 or more
 * @param power above 0
 * @param floor least width, above 0
 */
public record DeviationScale(double factor, double tail, double power, double floor) {
  private static final double WITHIN_ONE = 0.6827;
  private static final double WITHIN_TWO = 0.95;
  private static final double[] TAILS = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 1, 1.5};
  private static final double[] POWERS = {1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4};

  public DeviationScale {
    if (!(factor > 0) || !(tail >= 0) || !(power > 0) || !(floor > 0)) {
      throw new IllegalArgumentException("a deviation needs numbers above 0");
    }
  }

  /**
   * The widths of a distribution around an answer.
   *
   * @param d68 distance within which 68.27 % lie
   * @param d95 distance within which 95 % lie
   */
  public record Widths(double d68, double d95) {
    /** The widths of a distribution around an answer. */
    public static Widths of(WeightedValues distribution, double answer) {
      return new Widths(
          distribution.distance(answer, WITHIN_ONE), distribution.distance(answer, WITHIN_TWO));
    }
  }

  /** The standard deviation, in the unit of the widths. */
  public double of(Widths widths) {
    return factor * raw(widths, tail, power, floor);
  }

  private static double raw(Widths widths, double tail, double power, double floor) {
    return Math.pow(Math.max(floor, Math.max(widths.d68, tail * widths.d95)), power);
  }

  /**
   * The scale that serves some held-out errors best.
   *
   * @param errors of the answers, with their widths and weights
   * @param floor least width
   */
  public static DeviationScale fit(
      double[] errors, Widths[] widths, double[] weights, double floor) {
    DeviationScale best = new DeviationScale(1, 0, 1, floor);
    double least = Double.POSITIVE_INFINITY;
    for (double power : POWERS) {
      for (double tail : TAILS) {
        double[] raw = Arrays.stream(widths).mapToDouble(w -> raw(w, tail, power, floor)).toArray();
        double factor = Math.max(1e-6, ratioWithin(errors, raw, weights, WITHIN_ONE));
        double[] deviations = Arrays.stream(raw).map(d -> d * factor).toArray();
        double miss = Calibration.coverage(errors, deviations, weights).miss();
        // the plainer scale is kept where another is no better by half a percent
        if (miss < least - 0.005) {
          least = miss;
          best = new DeviationScale(factor, tail, power, floor);
        }
      }
    }
    return best;
  }

  /** The ratio of error to deviation that this share of the weight does not exceed. */
  private static double ratioWithin(
      double[] errors, double[] deviations, double[] weights, double share) {
    Integer[] order = new Integer[errors.length];
    double[] ratios = new double[errors.length];
    double total = 0;
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
      ratios[i] = Math.abs(errors[i]) / deviations[i];
      total += weights[i];
    }
    Arrays.sort(order, (a, b) -> Double.compare(ratios[a], ratios[b]));
    double sum = 0;
    for (int i : order) {
      sum += weights[i];
      if (sum >= share * total) {
        return ratios[i];
      }
    }
    return 1;
  }

  /** Adds what is needed to read the scale back. */
  public void store(Map<String, Double> settings) {
    settings.put("deviation_factor", factor);
    settings.put("deviation_tail", tail);
    settings.put("deviation_power", power);
    settings.put("deviation_floor", floor);
  }

  /** Reads what {@link #store} wrote. */
  public static DeviationScale of(WeightFile file) {
    return new DeviationScale(
        file.setting("deviation_factor"),
        file.setting("deviation_tail"),
        file.setting("deviation_power"),
        file.setting("deviation_floor"));
  }
}
