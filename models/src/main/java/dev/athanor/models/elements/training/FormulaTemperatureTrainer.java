package dev.athanor.models.elements.training;

import dev.athanor.models.elements.heads.Calibration;
import dev.athanor.models.elements.heads.DeviationScale;
import dev.athanor.models.elements.heads.FormulaTemperatureHead;
import dev.athanor.models.elements.heads.RandomizedTrees;
import dev.athanor.models.elements.heads.RandomizedTreesSettings;
import dev.athanor.models.elements.heads.TransitionHead;
import dev.athanor.models.elements.heads.WeightedValues;
import dev.athanor.models.learning.ProgressListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Fits the head that says what a measurement of a composition would report. Five fits, each without
 * a random fifth of the rows, measure it and set its deviations; a sixth, to all rows, is the head.
 *
 * <p>Random folds leave near duplicates on both sides, as the published figures for this table do:
 * a composition unlike all others is answered worse than they say.
 */
public final class FormulaTemperatureTrainer {
  private static final RandomizedTreesSettings TREES = new RandomizedTreesSettings(50, 0.5, 3);
  private static final double LEAST_WIDTH = 0.2;

  private FormulaTemperatureTrainer() {}

  /**
   * A fitted head and what was held out.
   *
   * @param head the head
   * @param answers what the fit that had not seen a row says of it; for a formula that cannot be
   *     read, the median of all rows
   * @param coverage of the deviations, where the fold of a row set no scale
   * @param multiples of the deviations that make intervals
   * @param intervals coverage of such intervals, where the fold of a row set neither
   */
  public record Fitted(
      FormulaTemperatureHead head,
      List<TransitionHead.Answer> answers,
      Calibration.Coverage coverage,
      Calibration.Multiples multiples,
      Calibration.Coverage intervals) {
    public Fitted {
      answers = List.copyOf(answers);
    }
  }

  /** Fits to all rows. */
  public static Fitted fit(List<ReportedFormula> rows, ProgressListener listener) {
    List<ReportedFormula> known = rows.stream().filter(r -> r.composition().isPresent()).toList();
    List<float[]> inputs =
        known.stream()
            .map(r -> FormulaTemperatureHead.input(r.composition().orElseThrow()))
            .toList();
    int[] folds = folds(known.size());
    WeightedValues[] heldOut = new WeightedValues[folds.length];
    for (int fold = 0; fold < TransitionDataset.FOLDS; fold++) {
      int left = fold;
      RandomizedTrees trees =
          trees(
              known, inputs, IntStream.range(0, folds.length).filter(i -> folds[i] != left), fold);
      for (int i = 0; i < folds.length; i++) {
        if (folds[i] == fold) {
          heldOut[i] = trees.predict(inputs.get(i));
        }
      }
      listener.progress(
          "formulas",
          (fold + 1.0) / (TransitionDataset.FOLDS + 1),
          String.format(Locale.ROOT, "fold %d of %d", fold + 1, TransitionDataset.FOLDS));
    }
    List<WeightedValues> distributions = List.of(heldOut);
    List<Double> temperatures = known.stream().map(ReportedFormula::temperature).toList();
    HeldOutErrors errors = HeldOutErrors.of(temperatures, distributions);
    DeviationScale scale = errors.scale(LEAST_WIDTH);
    FormulaTemperatureHead head =
        new FormulaTemperatureHead(
            trees(known, inputs, IntStream.range(0, folds.length), TransitionDataset.FOLDS), scale);
    listener.progress("formulas", 1, "all rows");
    return new Fitted(
        head,
        answers(rows, distributions, scale),
        errors.crossFitted(i -> folds[i] % 2 == 0, LEAST_WIDTH),
        errors.multiples(scale),
        errors.crossFittedIntervals(i -> folds[i] % 2 == 0, LEAST_WIDTH));
  }

  private static List<TransitionHead.Answer> answers(
      List<ReportedFormula> rows, List<WeightedValues> distributions, DeviationScale scale) {
    double[] sorted = rows.stream().mapToDouble(ReportedFormula::temperature).sorted().toArray();
    TransitionHead.Answer unknown =
        new TransitionHead.Answer(sorted[sorted.length / 2], sorted[sorted.length - 1]);
    List<TransitionHead.Answer> answers = new ArrayList<>();
    int at = 0;
    for (ReportedFormula row : rows) {
      answers.add(
          row.composition().isPresent()
              ? FormulaTemperatureHead.answer(distributions.get(at++), scale)
              : unknown);
    }
    return answers;
  }

  /** Five folds of like size, drawn by chance under the seed of the project. */
  private static int[] folds(int count) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    Collections.shuffle(order, new Random(TransitionDataset.FOLD_SEED));
    int[] folds = new int[count];
    for (int i = 0; i < count; i++) {
      folds[order.get(i)] = i % TransitionDataset.FOLDS;
    }
    return folds;
  }

  private static RandomizedTrees trees(
      List<ReportedFormula> rows, List<float[]> inputs, IntStream chosen, int number) {
    int[] places = chosen.toArray();
    float[] targets = new float[places.length];
    float[] weights = new float[places.length];
    List<float[]> used = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      targets[i] = (float) rows.get(places[i]).temperature();
      used.add(inputs.get(places[i]));
    }
    Arrays.fill(weights, 1);
    return RandomizedTrees.fit(used, targets, weights, TREES, TransitionDataset.FOLD_SEED + number);
  }
}
