package dev.athanor.models.elements.training;

import java.util.List;

/**
 * How far stated probabilities lie from what happened: root mean square, over ten equal bins of the
 * probability, of the weighted mean stated minus the weighted share that happened.
 */
public final class Reliability {
  /** Number of bins. */
  public static final int BINS = 10;

  private Reliability() {}

  /** Of held-out rows. */
  public static double of(List<SuperconductorTrainer.HeldOut> rows) {
    double[] gap = new double[BINS];
    double[] weight = new double[BINS];
    double total = 0;
    for (SuperconductorTrainer.HeldOut row : rows) {
      int bin = Math.min(BINS - 1, (int) (row.probability() * BINS));
      double happened = SuperconductorTrainer.isPositive(row.sample()) ? 1 : 0;
      gap[bin] += row.weight() * (row.probability() - happened);
      weight[bin] += row.weight();
      total += row.weight();
    }
    double sum = 0;
    for (int bin = 0; bin < BINS; bin++) {
      if (weight[bin] > 0) {
        sum += gap[bin] * gap[bin] / weight[bin];
      }
    }
    return Math.sqrt(sum / total);
  }
}
