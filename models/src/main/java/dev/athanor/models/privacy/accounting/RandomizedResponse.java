package dev.athanor.models.privacy.accounting;

/**
 * A label that is told truly with probability {@code e^epsilon / (e^epsilon + k - 1)} and else is
 * one of the others, each as likely. Hides a label, not that there was a record: label differential
 * privacy of {@code epsilon} each time the same label is told.
 *
 * <p>The cost counts the answers that one record's label can enter. It holds for responses that
 * choose among the labels that a prior calls likely as well, as long as the prior has not seen the
 * label.
 *
 * @param epsilon of one answer, above 0
 * @param labels k, how many there are to choose from
 * @param answers that one label enters
 * @see <a href="https://doi.org/10.1080/01621459.1965.10480775">Warner, J. Am. Stat. Assoc. 60, 63
 *     (1965)</a>
 */
public record RandomizedResponse(double epsilon, int labels, long answers)
    implements PrivateMechanism {
  public RandomizedResponse {
    Parameters.positive("epsilon", epsilon);
    Parameters.labels(labels);
    Parameters.counted(answers);
  }

  /** Probability that the true label is told. */
  public double keepProbability() {
    return keepProbability(epsilon, labels);
  }

  /** Probability that one of {@code labels} is told truly. */
  static double keepProbability(double epsilon, int labels) {
    return 1 / (1 + (labels - 1) * Math.exp(-epsilon));
  }

  @Override
  public RenyiCost cost() {
    return PureEpsilon.cost(epsilon).times(answers);
  }

  @Override
  public Protected unit() {
    return Protected.LABEL;
  }
}
