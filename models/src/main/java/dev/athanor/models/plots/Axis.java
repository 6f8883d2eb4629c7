package dev.athanor.models.plots;

import java.util.Arrays;

/**
 * One side of a chart.
 *
 * @param label what is shown along it, with its unit
 * @param from the least value shown
 * @param to the largest value shown
 * @param logarithmic whether equal ratios have equal room; needs values above 0
 */
public record Axis(String label, double from, double to, boolean logarithmic) {
  private static final double MARGIN = 0.04;

  public Axis {
    if (!(from < to) || !Double.isFinite(from) || !Double.isFinite(to)) {
      throw new IllegalArgumentException("an axis goes from a value to a larger one");
    }
    if (logarithmic && from <= 0) {
      throw new IllegalArgumentException("a logarithmic axis begins above 0");
    }
  }

  /** A linear axis between two values. */
  public static Axis of(String label, double from, double to) {
    return new Axis(label, from, to, false);
  }

  /** A linear axis that has room for all these values; those that are not finite do not count. */
  public static Axis over(String label, double[]... values) {
    double[] finite =
        Arrays.stream(values).flatMapToDouble(Arrays::stream).filter(Double::isFinite).toArray();
    double least = Arrays.stream(finite).min().orElse(0);
    double most = Arrays.stream(finite).max().orElse(1);
    double room = most > least ? MARGIN * (most - least) : Math.max(1, Math.abs(most)) * 0.5;
    return new Axis(label, least - room, most + room, false);
  }

  /** A logarithmic axis that has room for all values above 0. */
  public static Axis logarithmicOver(String label, double[]... values) {
    double[] positive =
        Arrays.stream(values)
            .flatMapToDouble(Arrays::stream)
            .filter(v -> v > 0 && Double.isFinite(v))
            .toArray();
    double least = Arrays.stream(positive).min().orElse(1);
    double most = Arrays.stream(positive).max().orElse(10);
    double room = Math.max(Math.pow(most / least, MARGIN), 1.05);
    return new Axis(label, least / room, most * room, true);
  }

  /** Where a value lies: 0 at the beginning, 1 at the end, beyond where it is not shown. */
  double share(double value) {
    if (logarithmic) {
      return value <= 0 ? -1 : Math.log(value / from) / Math.log(to / from);
    }
    return (value - from) / (to - from);
  }

  /** Whether a value is within the axis. */
  boolean shows(double value) {
    return value >= from && value <= to;
  }
}
