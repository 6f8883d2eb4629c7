package dev.athanor.models;

/**
 * Turns estimates into intervals: so many deviations either side, and never beyond what the
 * quantity can be.
 *
 * <p>The multiples are those that did hold 68.27 % and 95 % of held-out truths, one each, since
 * errors with long tails need more than 1.96 of the deviations that serve the first.
 *
 * @param multiple68 deviations either side that hold 68.27 %
 * @param multiple95 deviations either side that hold 95 %
 * @param least that the quantity can be
 * @param most that the quantity can be
 */
public record IntervalScale(double multiple68, double multiple95, double least, double most) {
  /** What normally distributed errors ask for. */
  public static final IntervalScale NORMAL =
      new IntervalScale(1, 1.96, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  public IntervalScale {
    if (!(multiple68 > 0) || !(multiple95 >= multiple68) || !(least < most)) {
      throw new IllegalArgumentException(
          "intervals need growing multiples and limits in order: "
              + multiple68
              + ", "
              + multiple95
              + ", "
              + least
              + ", "
              + most);
    }
  }

  /**
   * Between which values the truth lies.
   *
   * @param low lower end, in the unit of the estimate
   * @param high upper end
   */
  public record Interval(double low, double high) {}

  /** The same multiples for a quantity within these limits. */
  public IntervalScale within(double newLeast, double newMost) {
    return new IntervalScale(multiple68, multiple95, newLeast, newMost);
  }

  /** Holds the truth in 68 of 100 cases. */
  public Interval of68(Estimate estimate) {
    return interval(estimate, multiple68);
  }

  /** Holds the truth in 95 of 100 cases. */
  public Interval of95(Estimate estimate) {
    return interval(estimate, multiple95);
  }

  private Interval interval(Estimate estimate, double multiple) {
    double reach = multiple * estimate.standardDeviation();
    return new Interval(clipped(estimate.value() - reach), clipped(estimate.value() + reach));
  }

  private double clipped(double value) {
    return Math.max(least, Math.min(most, value));
  }
}
