package dev.athanor.models.elements.heads;

import dev.athanor.models.weights.WeightFile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Makes a standard deviation of a distribution: {@code factor * max(floor, d)}, where {@code d} is
 * the distance from the answer within which a share of the distribution lies, the level. Level and
 * factor are fitted on held-out errors, so that as nearly as may be 68.27 % of them lie within one
 * deviation and 95 % within 1.96. Errors with longer tails than a normal distribution leave a rest
 * that no scale removes.
 *
 * @param factor above 0
 * @param level above 0 and below 1
 * @param floor least distance, above 0
 */
public record DeviationScale(double factor, double level, double floor) {
  private static final List<Double> LEVELS = List.of(0.5, 0.6827, 0.8, 0.9, 0.95);

  public DeviationScale {
    if (!(factor > 0) || !(level > 0) || !(level < 1) || !(floor > 0)) {
      throw new IllegalArgumentException("a deviation needs a factor, a level and a floor");
    }
  }

  /** The standard deviation of an answer, in the unit of the distribution. */
  public double of(WeightedValues distribution, double answer) {
    return factor * Math.max(floor, distribution.distance(answer, level));
  }

  /**
   * The scale that serves some held-out rows best.
   *
   * @param errors of the answers
   * @param distributions and the answers that were taken from them
   * @param weights of the rows
   * @param floor least distance
   */
  public static DeviationScale fit(
      double[] errors,
      List<WeightedValues> distributions,
      double[] answers,
      double[] weights,
      double floor) {
    DeviationScale best = new DeviationScale(1, LEVELS.get(0), floor);
    double least = Double.POSITIVE_INFINITY;
    for (double level : LEVELS) {
      DeviationScale plain = new DeviationScale(1, level, floor);
      double[] raw =
          IntStream.range(0, errors.length)
              .mapToDouble(i -> plain.of(distributions.get(i), answers[i]))
              .toArray();
      double factor = Calibration.factor(errors, raw, weights);
      double[] deviations = Arrays.stream(raw).map(d -> d * factor).toArray();
      double miss = Calibration.coverage(errors, deviations, weights).miss();
      if (miss < least) {
        least = miss;
        best = new DeviationScale(factor, level, floor);
      }
    }
    return best;
  }

  /** Adds what is needed to read the scale back. */
  public void store(Map<String, Double> settings) {
    settings.put("deviation_factor", factor);
    settings.put("deviation_level", level);
    settings.put("deviation_floor", floor);
  }

  /** Reads what {@link #store} wrote. */
  public static DeviationScale of(WeightFile file) {
    return new DeviationScale(
        file.setting("deviation_factor"),
        file.setting("deviation_level"),
        file.setting("deviation_floor"));
  }
}
