package dev.athanor.models.elements.heads;

import dev.athanor.models.IntervalScale;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.cards.ModelCard;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * The factor that makes standard deviations honest: with it, about 68 % of held-out errors lie
 * within one deviation and 95 % within 1.96. Where errors have long tails no factor does both; the
 * one is taken whose worse miss is smallest.
 */
public final class Calibration {
  private static final double WITHIN_ONE = 0.6827;
  private static final double WITHIN_TWO = 0.95;
  private static final double TWO = 1.96;

  private Calibration() {}

  /**
   * Shares of errors within one deviation and within 1.96.
   *
   * @param within68 share within one
   * @param within95 share within 1.96
   */
  public record Coverage(double within68, double within95) {
    /** The larger distance from what a normal error would give. */
    double miss() {
      return Math.max(Math.abs(within68 - WITHIN_ONE), Math.abs(within95 - WITHIN_TWO));
    }
  }

  /** Coverage of errors by deviations, rows weighted. */
  public static Coverage coverage(double[] errors, double[] deviations, double[] weights) {
    return coverage(errors, deviations, weights, 1, TWO);
  }

  private static Coverage coverage(
      double[] errors,
      double[] deviations,
      double[] weights,
      double multiple68,
      double multiple95) {
    double one = 0;
    double two = 0;
    double total = 0;
    for (int i = 0; i < errors.length; i++) {
      double ratio = Math.abs(errors[i]) / Math.max(1e-12, deviations[i]);
      one += ratio <= multiple68 ? weights[i] : 0;
      two += ratio <= multiple95 ? weights[i] : 0;
      total += weights[i];
    }
    return new Coverage(one / total, two / total);
  }

  /**
   * Coverage where each half, drawn by chance, is judged with the factor that the other half asks
   * for: what can be expected of rows that set no factor.
   */
  public static Coverage crossFitted(
      double[] errors, double[] deviations, double[] weights, long seed) {
    Random random = new Random(seed);
    boolean[] first = new boolean[errors.length];
    for (int i = 0; i < first.length; i++) {
      first[i] = random.nextBoolean();
    }
    double factorOfFirst =
        factor(
            half(errors, first, true), half(deviations, first, true), half(weights, first, true));
    double factorOfSecond =
        factor(
            half(errors, first, false),
            half(deviations, first, false),
            half(weights, first, false));
    double[] scaled = new double[errors.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = deviations[i] * (first[i] ? factorOfSecond : factorOfFirst);
    }
    return coverage(errors, scaled, weights);
  }

  /**
   * Intervals of 68 % and 95 % as multiples of the deviation, and what they cover. Where errors
   * have longer tails than a normal distribution, the second multiple is larger than 1.96, and no
   * single deviation has both.
   *
   * @param multiple68 of the deviation, either side, mean of both halves
   * @param multiple95 of the deviation, either side, mean of both halves
   * @param coverage of either half with the multiples of the other
   */
  public record Intervals(double multiple68, double multiple95, Coverage coverage) {}

  /** Intervals from the quantiles of {@code |error| / deviation}, each half judged by the other. */
  public static Intervals crossFittedIntervals(double[] errors, double[] deviations, long seed) {
    Random random = new Random(seed);
    double[] ratios = new double[errors.length];
    boolean[] first = new boolean[errors.length];
    for (int i = 0; i < ratios.length; i++) {
      first[i] = random.nextBoolean();
      ratios[i] = Math.abs(errors[i]) / Math.max(1e-12, deviations[i]);
    }
    double[][] multiples = new double[2][];
    for (int h = 0; h < 2; h++) {
      double[] sorted = half(ratios, first, h == 0);
      Arrays.sort(sorted);
      multiples[h] = new double[] {quantile(sorted, WITHIN_ONE), quantile(sorted, WITHIN_TWO)};
    }
    double one = 0;
    double two = 0;
    for (int i = 0; i < ratios.length; i++) {
      double[] other = multiples[first[i] ? 1 : 0];
      one += ratios[i] <= other[0] ? 1 : 0;
      two += ratios[i] <= other[1] ? 1 : 0;
    }
    return new Intervals(
        (multiples[0][0] + multiples[1][0]) / 2,
        (multiples[0][1] + multiples[1][1]) / 2,
        new Coverage(one / ratios.length, two / ratios.length));
  }

  /**
   * How many deviations either side hold 68.27 % and 95 % of some held-out rows.
   *
   * @param multiple68 deviations either side
   * @param multiple95 deviations either side
   */
  public record Multiples(double multiple68, double multiple95) {
    /** Setting of a card: the first multiple. */
    public static final String INTERVAL68 = "interval68";

    /** Setting of a card: the second multiple. */
    public static final String INTERVAL95 = "interval95";

    /** Adds the multiples to the settings of a weight file. */
    public void store(Map<String, Double> settings) {
      settings.put(INTERVAL68, multiple68);
      settings.put(INTERVAL95, multiple95);
    }

    /**
     * Reads what {@link #store} wrote.
     *
     * @throws ModelException {@code BAD_CARD} where the card states no multiples
     */
    public static Multiples of(ModelCard card) {
      return new Multiples(stated(card, INTERVAL68), stated(card, INTERVAL95));
    }

    private static double stated(ModelCard card, String name) {
      return Optional.ofNullable(card.settings().get(name))
          .orElseThrow(
              () ->
                  new ModelException(
                      ModelErrors.BAD_CARD,
                      "the card of '" + card.model() + "' does not state " + name));
    }

    /** Intervals of these multiples, without limits. */
    public IntervalScale scale() {
      return new IntervalScale(
          multiple68, multiple95, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** Shares of errors within the one and within the other, rows weighted. */
    public Coverage coverage(double[] errors, double[] deviations, double[] weights) {
      return Calibration.coverage(errors, deviations, weights, multiple68, multiple95);
    }
  }

  /** The multiples that held-out errors ask for, rows weighted. */
  public static Multiples multiples(double[] errors, double[] deviations, double[] weights) {
    Integer[] order = new Integer[errors.length];
    Arrays.setAll(order, i -> i);
    double[] ratios = new double[errors.length];
    Arrays.setAll(ratios, i -> Math.abs(errors[i]) / Math.max(1e-12, deviations[i]));
    Arrays.sort(order, Comparator.comparingDouble(i -> ratios[i]));
    double total = Arrays.stream(weights).sum();
    double[] found = new double[2];
    double[] wanted = {WITHIN_ONE * total, WITHIN_TWO * total};
    double sum = 0;
    for (int row : order) {
      for (int w = 0; w < wanted.length; w++) {
        if (sum < wanted[w]) {
          found[w] = ratios[row];
        }
      }
      sum += weights[row];
    }
    return new Multiples(found[0], found[1]);
  }

  private static double quantile(double[] sorted, double share) {
    int at = (int) Math.ceil(share * (sorted.length + 1)) - 1;
    return sorted[Math.max(0, Math.min(sorted.length - 1, at))];
  }

  private static double[] half(double[] values, boolean[] first, boolean wanted) {
    double[] result = new double[values.length];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (first[i] == wanted) {
        result[count++] = values[i];
      }
    }
    return Arrays.copyOf(result, count);
  }

  /** The best factor for these deviations. */
  public static double factor(double[] errors, double[] deviations, double[] weights) {
    double best = 1;
    double bestMiss = Double.POSITIVE_INFINITY;
    for (double factor = 0.3; factor < 6; factor *= 1.01) {
      double scale = factor;
      double[] scaled = Arrays.stream(deviations).map(d -> d * scale).toArray();
      double miss = coverage(errors, scaled, weights).miss();
      if (miss < bestMiss) {
        bestMiss = miss;
        best = factor;
      }
    }
    return best;
  }
}
