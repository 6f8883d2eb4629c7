package dev.athanor.models.elements.training;

import dev.athanor.models.elements.heads.BoostedTrees;
import dev.athanor.models.elements.heads.BoostingSettings;
import dev.athanor.models.elements.heads.SuperconductorHead;
import dev.athanor.models.elements.heads.TreeEnsemble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Fits the head that tells superconductors from others, in the same folds as the temperatures.
 * Positives superconduct above 1 K; negatives were measured and did not, or are random crystals,
 * which count less, since nobody measured them.
 */
public final class SuperconductorTrainer {
  private static final BoostingSettings TREES = new BoostingSettings(300, 6, 0.06, 0.15, 0.7, 2, 2);
  private static final double THRESHOLD = 1;
  private static final double UNMEASURED_WEIGHT = 0.3;
  private static final int BINS = 10;

  private SuperconductorTrainer() {}

  /**
   * A fitted head and what was held out.
   *
   * @param head the head
   * @param measured held-out crystals with a measurement
   * @param measuredScores probability that the fold that had not seen a crystal gives it
   * @param unmeasured held-out random crystals
   * @param unmeasuredScores the same for them
   * @param reliability root mean square distance between stated and observed frequency
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  public record Fitted(
      SuperconductorHead head,
      List<TransitionSample> measured,
      double[] measuredScores,
      List<TransitionSample> unmeasured,
      double[] unmeasuredScores,
      double reliability) {}

  /** Whether a row counts as a superconductor. */
  public static boolean isPositive(TransitionSample sample) {
    return sample.temperature() > THRESHOLD;
  }

  private record Row(TransitionSample sample, double weight, boolean measured) {}

  /** Fits to measured rows and random crystals. */
  public static Fitted fit(
      List<TransitionSample> measured,
      List<TransitionSample> unmeasured,
      Map<String, Integer> folds,
      ProgressListener listener) {
    List<Row> rows = new ArrayList<>();
    measured.forEach(s -> rows.add(new Row(s, s.weight(), true)));
    unmeasured.forEach(s -> rows.add(new Row(s, UNMEASURED_WEIGHT, false)));
    List<BoostedTrees> members = new ArrayList<>();
    List<Row> heldOut = new ArrayList<>();
    List<Double> odds = new ArrayList<>();
    for (int fold = 0; fold < TransitionDataset.FOLDS; fold++) {
      int left = fold;
      BoostedTrees member = fit(rows.stream().filter(r -> fold(folds, r) != left).toList(), fold);
      members.add(member);
      for (Row row : rows) {
        if (row.sample.structured() && fold(folds, row) == fold) {
          heldOut.add(row);
          odds.add(member.predict(row.sample.descriptor()));
        }
      }
      listener.progress(
          "superconductor",
          (fold + 1.0) / TransitionDataset.FOLDS,
          String.format(Locale.ROOT, "fold %d of %d", fold + 1, TransitionDataset.FOLDS));
    }
    return finish(new TreeEnsemble(members), heldOut, odds);
  }

  private static int fold(Map<String, Integer> folds, Row row) {
    return folds.getOrDefault(row.sample.system(), 0);
  }

  private static BoostedTrees fit(List<Row> rows, int fold) {
    float[] targets = new float[rows.size()];
    float[] weights = new float[rows.size()];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = isPositive(rows.get(i).sample) ? 1 : 0;
      weights[i] = (float) rows.get(i).weight;
    }
    return BoostedTrees.fit(
        rows.stream().map(r -> r.sample.descriptor()).toList(),
        targets,
        weights,
        BoostedTrees.Objective.LOGISTIC,
        TREES,
        TransitionDataset.FOLD_SEED + fold);
  }

  private static Fitted finish(TreeEnsemble ensemble, List<Row> heldOut, List<Double> odds) {
    double[] x = odds.stream().mapToDouble(Double::doubleValue).toArray();
    double[] platt = platt(heldOut, x);
    SuperconductorHead plain = new SuperconductorHead(ensemble, platt[0], platt[1], 0);
    double[] scores = Arrays.stream(x).map(plain::probability).toArray();
    double reliability = reliability(heldOut, scores);
    List<TransitionSample> measured = new ArrayList<>();
    List<TransitionSample> unmeasured = new ArrayList<>();
    List<Double> measuredScores = new ArrayList<>();
    List<Double> unmeasuredScores = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      Row row = heldOut.get(i);
      (row.measured ? measured : unmeasured).add(row.sample);
      (row.measured ? measuredScores : unmeasuredScores).add(scores[i]);
    }
    return new Fitted(
        new SuperconductorHead(ensemble, platt[0], platt[1], reliability),
        measured,
        measuredScores.stream().mapToDouble(Double::doubleValue).toArray(),
        unmeasured,
        unmeasuredScores.stream().mapToDouble(Double::doubleValue).toArray(),
        reliability);
  }

  /** Slope and offset by Newton's method on the log loss. */
  private static double[] platt(List<Row> rows, double[] odds) {
    double slope = 1;
    double offset = 0;
    for (int step = 0; step < 50; step++) {
      double gradientA = 0;
      double gradientB = 0;
      double aa = 1e-9;
      double ab = 0;
      double bb = 1e-9;
      for (int i = 0; i < odds.length; i++) {
        double p = 1 / (1 + Math.exp(-(slope * odds[i] + offset)));
        double w = rows.get(i).weight;
        double miss = w * (p - (isPositive(rows.get(i).sample) ? 1 : 0));
        double curve = w * p * (1 - p);
        gradientA += miss * odds[i];
        gradientB += miss;
        aa += curve * odds[i] * odds[i];
        ab += curve * odds[i];
        bb += curve;
      }
      double determinant = aa * bb - ab * ab;
      slope -= (bb * gradientA - ab * gradientB) / determinant;
      offset -= (aa * gradientB - ab * gradientA) / determinant;
    }
    return new double[] {slope, offset};
  }

  private static double reliability(List<Row> rows, double[] scores) {
    double[] stated = new double[BINS];
    double[] observed = new double[BINS];
    double[] weight = new double[BINS];
    double total = 0;
    for (int i = 0; i < scores.length; i++) {
      int bin = Math.min(BINS - 1, (int) (scores[i] * BINS));
      double w = rows.get(i).weight;
      stated[bin] += w * scores[i];
      observed[bin] += isPositive(rows.get(i).sample) ? w : 0;
      weight[bin] += w;
      total += w;
    }
    double sum = 0;
    for (int b = 0; b < BINS; b++) {
      if (weight[b] > 0) {
        double gap = (stated[b] - observed[b]) / weight[b];
        sum += weight[b] / total * gap * gap;
      }
    }
    return Math.sqrt(sum);
  }
}
