package dev.athanor.models.elements.evaluation;

import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.elements.heads.TransitionHead;
import dev.athanor.models.elements.training.FormulaData;
import dev.athanor.models.elements.training.FormulaTemperatureTrainer;
import dev.athanor.models.elements.training.ReportedFormula;
import dev.athanor.models.learning.ProgressListener;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What was reported of the formulas of SuperCon, in five random folds over all rows, those with 0
 * and those that cannot be read among them.
 */
final class FormulaBenchmark {
  private static final String DATASET = "tc/supercon_formulas, all rows, five random folds";

  /** Mean absolute error on the leaderboard's test split, kelvin: its first and its third. */
  private static final double BEST_PUBLISHED = 4.85;

  private static final double THIRD_PUBLISHED = 5.03;

  private FormulaBenchmark() {}

  static void run(Path data, Benchmark benchmark, ProgressListener listener) {
    List<ReportedFormula> rows = FormulaData.reported(data);
    FormulaTemperatureTrainer.Fitted fitted = FormulaTemperatureTrainer.fit(rows, listener);
    double[] measured = rows.stream().mapToDouble(ReportedFormula::temperature).toArray();
    double[] ones = new double[measured.length];
    Arrays.fill(ones, 1);
    double[] predicted =
        fitted.answers().stream().mapToDouble(TransitionHead.Answer::temperature).toArray();
    double[] sorted = measured.clone();
    Arrays.sort(sorted);
    double[] median = new double[measured.length];
    Arrays.fill(median, sorted[sorted.length / 2]);
    TransitionErrors errors = new TransitionErrors(measured, ones);
    errors.plot(benchmark, "formulas, held-out folds", fitted.answers());
    benchmark.add(
        "reported Tc MAE",
        DATASET,
        errors.mean(predicted),
        "K",
        Benchmark.baseline("median", errors.mean(median)),
        Benchmark.baseline("matminer and random forest, published, test split", BEST_PUBLISHED),
        Benchmark.baseline("third published, test split", THIRD_PUBLISHED));
    benchmark.add(
        "reported log(1 + Tc) MAE",
        DATASET,
        errors.logarithmic(predicted),
        "1",
        Benchmark.baseline("median", errors.logarithmic(median)));
    benchmark.add("reported Tc R2", DATASET, errors.determination(predicted), "1");
    ModelCard.Baseline one = Benchmark.baseline("normal", 0.6827);
    ModelCard.Baseline two = Benchmark.baseline("normal", 0.95);
    benchmark.add("coverage of one deviation", DATASET, fitted.coverage().within68(), "1", one);
    benchmark.add("coverage of 1.96 deviations", DATASET, fitted.coverage().within95(), "1", two);
    benchmark.intervals(DATASET, fitted.multiples(), fitted.intervals());
  }
}
