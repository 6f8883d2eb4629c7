package dev.athanor.models.elements.evaluation;

import dev.athanor.models.elements.heads.Ranking;
import dev.athanor.models.elements.training.HeadData;
import dev.athanor.models.elements.training.ProgressListener;
import dev.athanor.models.elements.training.SuperconductorTrainer;
import dev.athanor.models.elements.training.TransitionSample;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Superconductor or not, in five folds by chemical system, against two kinds of negatives:
 * compounds that were measured and not found to superconduct, and random crystals.
 */
final class SuperconductorBenchmark {
  private static final String FOLDS = "five folds by chemical system";

  private SuperconductorBenchmark() {}

  static void run(HeadData data, Benchmark benchmark, ProgressListener listener) {
    SuperconductorTrainer.Fitted fitted =
        SuperconductorTrainer.fit(data.measured(), data.unmeasured(), data.folds(), listener);
    benchmark.add(
        "AUC, Tc above 1 K against measured without Tc",
        "tc/3dsc_mp, " + FOLDS,
        area(fitted, s -> s.temperature() == 0, false),
        "1",
        Benchmark.baseline("chance", 0.5));
    benchmark.add(
        "AUC, Tc above 1 K against measured at or below 1 K",
        "tc/3dsc_mp, " + FOLDS,
        area(fitted, s -> !SuperconductorTrainer.isPositive(s), false),
        "1",
        Benchmark.baseline("chance", 0.5));
    benchmark.add(
        "AUC, Tc above 1 K against random crystals",
        "tc/3dsc_mp and mp2018/train, " + FOLDS,
        area(fitted, s -> false, true),
        "1",
        Benchmark.baseline("chance", 0.5));
    benchmark.add(
        "root mean square of stated minus observed frequency, ten bins",
        "tc/3dsc_mp and mp2018/train, " + FOLDS,
        fitted.reliability(),
        "1");
  }

  private static double area(
      SuperconductorTrainer.Fitted fitted,
      Predicate<TransitionSample> measuredNegative,
      boolean withUnmeasured) {
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < fitted.measured().size(); i++) {
      TransitionSample sample = fitted.measured().get(i);
      boolean positive = SuperconductorTrainer.isPositive(sample);
      if (positive || measuredNegative.test(sample)) {
        rows.add(new double[] {fitted.measuredScores()[i], positive ? 1 : 0, sample.weight()});
      }
    }
    if (withUnmeasured) {
      for (double score : fitted.unmeasuredScores()) {
        rows.add(new double[] {score, 0, 1});
      }
    }
    double[] scores = new double[rows.size()];
    boolean[] positive = new boolean[rows.size()];
    double[] weights = new double[rows.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = rows.get(i)[0];
      positive[i] = rows.get(i)[1] > 0;
      weights[i] = rows.get(i)[2];
    }
    return Ranking.areaUnderCurve(scores, positive, weights);
  }
}
