package dev.athanor.models.elements.evaluation;

import dev.athanor.models.elements.heads.KernelDescriptor;
import dev.athanor.models.elements.heads.KernelRidge;
import dev.athanor.models.elements.training.HeadData;
import dev.athanor.models.elements.training.ProgressListener;
import dev.athanor.models.elements.training.TransitionDataset;
import dev.athanor.models.elements.training.TransitionSample;
import dev.athanor.models.elements.training.TransitionTrainer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Transition temperatures in five folds by chemical system, beside the median of the training folds
 * and kernel ridge regression on the composition, which learns from the same crystals' formulas.
 */
final class TransitionBenchmark {
  private static final double KERNEL_WIDTH = 2;
  private static final double RIDGE = 0.02;
  private static final String DATASET = "tc/3dsc_mp, Tc above 0, five folds by chemical system";

  private final HeadData data;
  private final ProgressListener listener;
  private final Benchmark benchmark;

  TransitionBenchmark(HeadData data, Benchmark benchmark, ProgressListener listener) {
    this.data = data;
    this.benchmark = benchmark;
    this.listener = listener;
  }

  void run() {
    TransitionTrainer.Fitted fitted =
        TransitionTrainer.fit(data.measured(), data.folds(), listener);
    List<TransitionSample> rows = fitted.heldOut();
    double[] ours = new double[rows.size()];
    for (int i = 0; i < ours.length; i++) {
      ours[i] =
          fitted.head().answer(fitted.logarithms()[i], rows.get(i).descriptor()).temperature();
    }
    double[] ridge = new double[rows.size()];
    double[] median = new double[rows.size()];
    baselines(rows, ridge, median);
    benchmark.add(
        "Tc MAE",
        DATASET,
        error(rows, ours, ""),
        "K",
        Benchmark.baseline("median", error(rows, median, "")),
        Benchmark.baseline("composition-only kernel ridge", error(rows, ridge, "")));
    benchmark.add(
        "log(1 + Tc) MAE",
        DATASET,
        logarithmicError(rows, ours),
        "1",
        Benchmark.baseline("median", logarithmicError(rows, median)),
        Benchmark.baseline("composition-only kernel ridge", logarithmicError(rows, ridge)));
    benchmark.add(
        "Tc R2",
        DATASET,
        determination(rows, ours),
        "1",
        Benchmark.baseline("composition-only kernel ridge", determination(rows, ridge)));
    TreeSet<String> families = new TreeSet<>();
    rows.forEach(r -> families.add(r.family()));
    for (String family : families) {
      benchmark.add(
          "Tc MAE, family " + family,
          DATASET,
          error(rows, ours, family),
          "K",
          Benchmark.baseline("median", error(rows, median, family)),
          Benchmark.baseline("composition-only kernel ridge", error(rows, ridge, family)));
    }
    benchmark.add(
        "coverage of one deviation",
        "tc/3dsc_mp, fifth fold, not used for scaling",
        fitted.coverage().within68(),
        "1",
        Benchmark.baseline("normal", 0.6827));
    benchmark.add(
        "coverage of 1.96 deviations",
        "tc/3dsc_mp, fifth fold, not used for scaling",
        fitted.coverage().within95(),
        "1",
        Benchmark.baseline("normal", 0.95));
  }

  private void baselines(List<TransitionSample> rows, double[] ridge, double[] median) {
    for (int fold = 0; fold < TransitionDataset.FOLDS; fold++) {
      List<TransitionSample> training = new ArrayList<>();
      for (TransitionSample row : rows) {
        if (data.folds().getOrDefault(row.system(), 0) != fold) {
          training.add(row);
        }
      }
      KernelDescriptor scale =
          KernelDescriptor.fit(training.stream().map(TransitionSample::descriptor).toList());
      float[] targets = new float[training.size()];
      float[] weights = new float[training.size()];
      List<float[]> inputs = new ArrayList<>();
      for (int i = 0; i < targets.length; i++) {
        targets[i] = (float) Math.log1p(training.get(i).temperature());
        weights[i] = (float) training.get(i).weight();
        inputs.add(scale.of(training.get(i).descriptor()));
      }
      KernelRidge model = KernelRidge.fit(inputs, targets, weights, KERNEL_WIDTH, RIDGE);
      double middle = weightedMedian(training);
      for (int i = 0; i < rows.size(); i++) {
        if (data.folds().getOrDefault(rows.get(i).system(), 0) == fold) {
          ridge[i] = Math.expm1(Math.max(0, model.predict(scale.of(rows.get(i).descriptor()))));
          median[i] = middle;
        }
      }
      listener.progress(
          "kernel ridge", (fold + 1.0) / TransitionDataset.FOLDS, "fold " + (fold + 1));
    }
  }

  private static double weightedMedian(List<TransitionSample> rows) {
    List<TransitionSample> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparingDouble(TransitionSample::temperature));
    double half = rows.stream().mapToDouble(TransitionSample::weight).sum() / 2;
    double sum = 0;
    for (TransitionSample row : sorted) {
      sum += row.weight();
      if (sum >= half) {
        return row.temperature();
      }
    }
    return 0;
  }

  private static double error(List<TransitionSample> rows, double[] predicted, String family) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < predicted.length; i++) {
      TransitionSample row = rows.get(i);
      if (family.isEmpty() || row.family().equals(family)) {
        sum += row.weight() * Math.abs(predicted[i] - row.temperature());
        total += row.weight();
      }
    }
    return sum / total;
  }

  private static double logarithmicError(List<TransitionSample> rows, double[] predicted) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < predicted.length; i++) {
      TransitionSample row = rows.get(i);
      sum += row.weight() * Math.abs(Math.log1p(predicted[i]) - Math.log1p(row.temperature()));
      total += row.weight();
    }
    return sum / total;
  }

  private static double determination(List<TransitionSample> rows, double[] predicted) {
    double mean = 0;
    double total = 0;
    for (TransitionSample row : rows) {
      mean += row.weight() * row.temperature();
      total += row.weight();
    }
    mean /= total;
    double residual = 0;
    double spread = 0;
    for (int i = 0; i < predicted.length; i++) {
      TransitionSample row = rows.get(i);
      residual += row.weight() * Math.pow(predicted[i] - row.temperature(), 2);
      spread += row.weight() * Math.pow(mean - row.temperature(), 2);
    }
    return 1 - residual / spread;
  }
}
