package dev.athanor.models.elements.heads;

/** A distribution on finitely many values. */
public final class WeightedValues {
  private final double[] values;
  private final double[] weights;
  private final double total;

  private WeightedValues(double[] values, double[] weights) {
    this.values = values;
    this.weights = weights;
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    total = sum;
    if (!(total > 0)) {
      throw new IllegalArgumentException("a distribution needs weight");
    }
  }

  /** Of codes {@code value * shares + share}, sorted. */
  static WeightedValues of(float[] table, int[] codes, int shares) {
    double[] values = new double[codes.length];
    double[] weights = new double[codes.length];
    for (int i = 0; i < codes.length; i++) {
      values[i] = table[codes[i] / shares];
      weights[i] = codes[i] % shares;
    }
    return new WeightedValues(values, weights);
  }

  /** Half of either. */
  public static WeightedValues mixture(WeightedValues one, WeightedValues other) {
    int count = one.values.length + other.values.length;
    double[] values = new double[count];
    double[] weights = new double[count];
    int i = 0;
    int j = 0;
    for (int k = 0; k < count; k++) {
      boolean first =
          j == other.values.length || (i < one.values.length && one.values[i] <= other.values[j]);
      values[k] = first ? one.values[i] : other.values[j];
      weights[k] = first ? one.weights[i++] / one.total : other.weights[j++] / other.total;
    }
    return new WeightedValues(values, weights);
  }

  /** The least value that this share of the weight (0 to 1) does not exceed. */
  public double quantile(double share) {
    double wanted = share * total;
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights[i];
      if (sum >= wanted) {
        return values[i];
      }
    }
    return values[values.length - 1];
  }

  /** The value that half of the weight does not exceed: the best answer for absolute errors. */
  public double median() {
    return quantile(0.5);
  }

  /** The share of the weight at or below a value. */
  public double shareUpTo(double value) {
    double sum = 0;
    for (int i = 0; i < values.length && values[i] <= value; i++) {
      sum += weights[i];
    }
    return sum / total;
  }

  /** Something to do to every value. */
  @FunctionalInterface
  public interface Scale {
    /** The value on another scale; must not change the order. */
    double of(double value);
  }

  /** The same weights on values of another scale. */
  public WeightedValues on(Scale scale) {
    double[] changed = new double[values.length];
    for (int i = 0; i < changed.length; i++) {
      // values come in order, and often several times
      changed[i] = i > 0 && values[i] == values[i - 1] ? changed[i - 1] : scale.of(values[i]);
    }
    return new WeightedValues(changed, weights);
  }

  /**
   * The distance from a value within which this share of the weight lies.
   *
   * @param center the value
   * @param share 0 to 1
   */
  public double distance(double center, double share) {
    int low = 0;
    while (low < values.length && values[low] < center) {
      low++;
    }
    int high = low;
    low--;
    double wanted = share * total;
    double sum = 0;
    double reached = 0;
    while (sum < wanted && (low >= 0 || high < values.length)) {
      double below = low >= 0 ? center - values[low] : Double.POSITIVE_INFINITY;
      double above = high < values.length ? values[high] - center : Double.POSITIVE_INFINITY;
      reached = Math.min(below, above);
      sum += below <= above ? weights[low--] : weights[high++];
    }
    return reached;
  }
}
