package dev.athanor.models.elements.evaluation;

import dev.athanor.models.elements.heads.KernelDescriptor;
import dev.athanor.models.elements.heads.KernelRidge;
import dev.athanor.models.elements.heads.RandomizedTrees;
import dev.athanor.models.elements.heads.TransitionHead;
import dev.athanor.models.elements.heads.WeightedValues;
import dev.athanor.models.elements.training.HeadData;
import dev.athanor.models.elements.training.TransitionDataset;
import dev.athanor.models.elements.training.TransitionSample;
import dev.athanor.models.elements.training.TransitionTrainer;
import dev.athanor.models.learning.ProgressListener;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Transition temperatures in five folds by chemical system, beside the median of the training
 * folds, kernel ridge regression on the composition, which learns from the same crystals' formulas,
 * and the head's own learner on the same rows without what the structure adds.
 */
final class TransitionBenchmark {
  private static final double KERNEL_WIDTH = 2;
  private static final double RIDGE = 0.02;
  private static final int SECOND_FIT = 1_000_000;
  private static final String RIDGE_NAME = "composition-only kernel ridge";
  private static final String FORMULA_NAME = "the same trees on compositions alone";
  private static final String SCALED = "tc/3dsc_mp, even folds scaled by odd ones and the reverse";
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
    double[] ours =
        fitted.answers().stream().mapToDouble(TransitionHead.Answer::temperature).toArray();
    double[] formula = formulaModel(rows);
    double[] ridge = new double[rows.size()];
    double[] median = new double[rows.size()];
    baselines(rows, ridge, median);
    TransitionErrors all = errors(rows);
    all.plot(benchmark, "held-out folds", fitted.answers());
    benchmark.add(
        "Tc MAE",
        DATASET,
        all.mean(ours),
        "K",
        Benchmark.baseline("median", all.mean(median)),
        Benchmark.baseline(RIDGE_NAME, all.mean(ridge)),
        Benchmark.baseline(FORMULA_NAME, all.mean(formula)));
    benchmark.add(
        "log(1 + Tc) MAE",
        DATASET,
        all.logarithmic(ours),
        "1",
        Benchmark.baseline("median", all.logarithmic(median)),
        Benchmark.baseline(RIDGE_NAME, all.logarithmic(ridge)),
        Benchmark.baseline(FORMULA_NAME, all.logarithmic(formula)));
    benchmark.add(
        "Tc R2",
        DATASET,
        all.determination(ours),
        "1",
        Benchmark.baseline(RIDGE_NAME, all.determination(ridge)),
        Benchmark.baseline(FORMULA_NAME, all.determination(formula)));
    TreeSet<String> families = new TreeSet<>();
    rows.forEach(r -> families.add(r.family()));
    for (String family : families) {
      int[] own =
          IntStream.range(0, rows.size())
              .filter(i -> rows.get(i).family().equals(family))
              .toArray();
      TransitionErrors errors = errors(IntStream.of(own).mapToObj(rows::get).toList());
      benchmark.add(
          "Tc MAE, family " + family,
          DATASET,
          errors.mean(part(ours, own)),
          "K",
          Benchmark.baseline("median", errors.mean(part(median, own))),
          Benchmark.baseline(RIDGE_NAME, errors.mean(part(ridge, own))),
          Benchmark.baseline(FORMULA_NAME, errors.mean(part(formula, own))));
    }
    benchmark.add(
        "coverage of one deviation",
        SCALED,
        fitted.coverage().within68(),
        "1",
        Benchmark.baseline("normal", 0.6827));
    benchmark.add(
        "coverage of 1.96 deviations",
        SCALED,
        fitted.coverage().within95(),
        "1",
        Benchmark.baseline("normal", 0.95));
    benchmark.intervals(SCALED, fitted.multiples(), fitted.intervals());
  }

  private static double[] part(double[] values, int[] places) {
    return IntStream.of(places).mapToDouble(i -> values[i]).toArray();
  }

  private static TransitionErrors errors(List<TransitionSample> rows) {
    return new TransitionErrors(
        rows.stream().mapToDouble(TransitionSample::temperature).toArray(),
        rows.stream().mapToDouble(TransitionSample::weight).toArray());
  }

  /**
   * The same learner on the same rows, as many trees, without what the structure adds: twice the
   * half of the head that reads compositions.
   */
  private double[] formulaModel(List<TransitionSample> rows) {
    List<TransitionSample> known =
        data.measured().stream().filter(s -> s.temperature() > 0).toList();
    double[] result = new double[rows.size()];
    for (int fold = 0; fold < TransitionDataset.FOLDS; fold++) {
      int left = fold;
      List<TransitionSample> training =
          known.stream().filter(s -> data.folds().getOrDefault(s.system(), 0) != left).toList();
      RandomizedTrees one = TransitionTrainer.compositionTrees(training, fold);
      RandomizedTrees other = TransitionTrainer.compositionTrees(training, SECOND_FIT + fold);
      for (int i = 0; i < result.length; i++) {
        if (data.folds().getOrDefault(rows.get(i).system(), 0) == fold) {
          float[] input = TransitionHead.compositionInput(rows.get(i).descriptor());
          result[i] =
              Math.expm1(WeightedValues.mixture(one.predict(input), other.predict(input)).median());
        }
      }
      listener.progress(
          "formula model", (fold + 1.0) / TransitionDataset.FOLDS, "fold " + (fold + 1));
    }
    return result;
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
}
