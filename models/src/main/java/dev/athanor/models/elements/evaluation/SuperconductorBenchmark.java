package dev.athanor.models.elements.evaluation;

import dev.athanor.models.elements.heads.Ranking;
import dev.athanor.models.elements.training.HeadData;
import dev.athanor.models.elements.training.Reliability;
import dev.athanor.models.elements.training.SuperconductorTrainer;
import dev.athanor.models.elements.training.SuperconductorTrainer.HeldOut;
import dev.athanor.models.plots.Chart;
import dev.athanor.models.plots.UsualCharts;
import java.util.List;
import java.util.function.Predicate;

/**
 * Superconductor or not, in five folds by chemical system, against two kinds of negatives:
 * compounds that were measured and not found to superconduct, and random crystals. Also without the
 * disordered crystals, since random crystals are ordered and disorder alone would tell; and for
 * compositions alone.
 */
final class SuperconductorBenchmark {
  private static final String FOLDS = "five folds by chemical system";
  private static final String STRUCTURES = "tc/3dsc_mp, " + FOLDS;
  private static final String MIXED = "tc/3dsc_mp and mp2018/train, " + FOLDS;
  private static final String FORMULAS = "tc/supercon_formulas, " + FOLDS;
  private static final String WITHOUT = "AUC, Tc above 1 K against measured without Tc";
  private static final String RANDOM = "AUC, Tc above 1 K against random crystals";
  private static final String RELIABILITY =
      "root mean square of stated minus observed frequency, ten bins";

  private SuperconductorBenchmark() {}

  static void run(EvaluationInput input, Benchmark benchmark) {
    HeadData data = input.rows();
    SuperconductorTrainer.Fitted fitted =
        SuperconductorTrainer.fit(
            data.measured(), data.unmeasured(), data.folds(), input.listener());
    new RediscoveryBenchmark(data, fitted.blind())
        .run(input.data(), input.model().backbone(), benchmark);
    List<HeldOut> crystals = fitted.crystals();
    area(benchmark, WITHOUT, STRUCTURES, crystals, SuperconductorBenchmark::without);
    area(
        benchmark,
        "AUC, Tc above 1 K against measured at or below 1 K",
        STRUCTURES,
        crystals,
        HeldOut::measured);
    area(benchmark, RANDOM, MIXED, crystals, row -> !row.measured());
    area(
        benchmark,
        RANDOM + ", whole-number formulas only",
        MIXED,
        crystals.stream().filter(row -> whole(row.sample().formula())).toList(),
        row -> !row.measured());
    benchmark.add(RELIABILITY, MIXED, Reliability.of(crystals), "1");
    List<HeldOut> formulas = fitted.compositions();
    area(benchmark, WITHOUT, FORMULAS, formulas, SuperconductorBenchmark::without);
    area(benchmark, RANDOM, FORMULAS, formulas, row -> !row.measured());
    benchmark.add(RELIABILITY, FORMULAS, Reliability.of(formulas), "1");
    benchmark.plot("calibration", chart("Superconductor or not, crystals", crystals));
    benchmark.plot(
        "calibration-formulas", chart("Superconductor or not, compositions alone", formulas));
  }

  private static boolean without(HeldOut row) {
    return row.measured() && row.sample().temperature() == 0;
  }

  /** Whether no amount of the formula is a fraction. */
  private static boolean whole(String formula) {
    return formula.indexOf('.') < 0;
  }

  private static void area(
      Benchmark benchmark,
      String metric,
      String dataset,
      List<HeldOut> rows,
      Predicate<HeldOut> negative) {
    List<HeldOut> compared =
        rows.stream().filter(row -> positive(row) || negative.test(row)).toList();
    double[] scores = new double[compared.size()];
    boolean[] positive = new boolean[compared.size()];
    double[] weights = new double[compared.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = compared.get(i).probability();
      positive[i] = positive(compared.get(i));
      weights[i] = compared.get(i).weight();
    }
    benchmark.add(
        metric,
        dataset,
        Ranking.areaUnderCurve(scores, positive, weights),
        "1",
        Benchmark.baseline("chance", 0.5));
  }

  private static boolean positive(HeldOut row) {
    return SuperconductorTrainer.isPositive(row.sample());
  }

  private static Chart chart(String title, List<HeldOut> rows) {
    double[] stated = rows.stream().mapToDouble(HeldOut::probability).toArray();
    double[] weights = rows.stream().mapToDouble(HeldOut::weight).toArray();
    boolean[] happened = new boolean[stated.length];
    for (int i = 0; i < happened.length; i++) {
      happened[i] = positive(rows.get(i));
    }
    return UsualCharts.reliability(title, stated, happened, weights, Reliability.BINS);
  }
}
