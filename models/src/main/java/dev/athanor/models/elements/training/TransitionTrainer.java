package dev.athanor.models.elements.training;

import dev.athanor.models.elements.heads.Calibration;
import dev.athanor.models.elements.heads.DeviationScale;
import dev.athanor.models.elements.heads.RandomizedTrees;
import dev.athanor.models.elements.heads.RandomizedTreesSettings;
import dev.athanor.models.elements.heads.TransitionHead;
import dev.athanor.models.elements.heads.WeightedValues;
import dev.athanor.models.learning.ProgressListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/**
 * Fits the head for transition temperatures. Five fits, each without the chemical systems of one
 * fold, measure it and set its deviations; a sixth, to all rows, is the head.
 */
public final class TransitionTrainer {
  private static final RandomizedTreesSettings COMPOSITION =
      new RandomizedTreesSettings(40, 0.5, 3);
  private static final RandomizedTreesSettings STRUCTURE = new RandomizedTreesSettings(40, 0.5, 3);
  private static final double LEAST_WIDTH = 0.5;

  private TransitionTrainer() {}

  /**
   * A fitted head and what was held out.
   *
   * @param head the head
   * @param heldOut the rows that have a structure and superconduct, in order
   * @param answers what the fit that had not seen the system of a row says of it
   * @param coverage of the deviations, where the folds of a row set no scale
   * @param multiples of the deviations that make intervals
   * @param intervals coverage of such intervals, where the folds of a row set neither
   */
  public record Fitted(
      TransitionHead head,
      List<TransitionSample> heldOut,
      List<TransitionHead.Answer> answers,
      Calibration.Coverage coverage,
      Calibration.Multiples multiples,
      Calibration.Coverage intervals) {
    public Fitted {
      heldOut = List.copyOf(heldOut);
      answers = List.copyOf(answers);
    }
  }

  /** Fits to every row above 0 kelvin. */
  public static Fitted fit(
      List<TransitionSample> samples, Map<String, Integer> folds, ProgressListener listener) {
    List<TransitionSample> known = samples.stream().filter(s -> s.temperature() > 0).toList();
    List<TransitionSample> heldOut = new ArrayList<>();
    List<WeightedValues> logarithms = new ArrayList<>();
    for (int fold = 0; fold < TransitionDataset.FOLDS; fold++) {
      int left = fold;
      TransitionHead.Trees trees =
          trees(known.stream().filter(s -> fold(folds, s) != left).toList(), fold);
      for (TransitionSample sample : known) {
        if (sample.structured() && fold(folds, sample) == fold) {
          heldOut.add(sample);
          logarithms.add(trees.predict(sample.descriptor()));
        }
      }
      listener.progress(
          "temperature",
          (fold + 1.0) / (TransitionDataset.FOLDS + 1),
          String.format(Locale.ROOT, "fold %d of %d", fold + 1, TransitionDataset.FOLDS));
    }
    HeldOutErrors errors = HeldOutErrors.ofLogarithms(heldOut, logarithms);
    DeviationScale scale = errors.scale(LEAST_WIDTH);
    TransitionHead head = new TransitionHead(trees(known, TransitionDataset.FOLDS), scale);
    listener.progress("temperature", 1, "all rows");
    List<TransitionHead.Answer> answers =
        logarithms.stream().map(l -> TransitionHead.answer(l, scale)).toList();
    IntPredicate even = i -> fold(folds, heldOut.get(i)) % 2 == 0;
    return new Fitted(
        head,
        heldOut,
        answers,
        errors.crossFitted(even, LEAST_WIDTH),
        errors.multiples(scale),
        errors.crossFittedIntervals(even, LEAST_WIDTH));
  }

  private static int fold(Map<String, Integer> folds, TransitionSample sample) {
    return folds.getOrDefault(sample.system(), 0);
  }

  private static TransitionHead.Trees trees(List<TransitionSample> samples, int number) {
    return new TransitionHead.Trees(
        compositionTrees(samples, number),
        trees(LikelyStructures.lent(samples), TransitionHead::structureInput, STRUCTURE, number));
  }

  /**
   * The half of the head that reads the composition alone.
   *
   * @param number of the fit, so that fits differ in chance
   */
  public static RandomizedTrees compositionTrees(List<TransitionSample> samples, int number) {
    return trees(samples, TransitionHead::compositionInput, COMPOSITION, number);
  }

  private static RandomizedTrees trees(
      List<TransitionSample> samples,
      UnaryOperator<float[]> input,
      RandomizedTreesSettings settings,
      int number) {
    float[] targets = new float[samples.size()];
    float[] weights = new float[samples.size()];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = (float) Math.log1p(samples.get(i).temperature());
      weights[i] = (float) samples.get(i).weight();
    }
    return RandomizedTrees.fit(
        samples.stream().map(TransitionSample::descriptor).map(input).toList(),
        targets,
        weights,
        settings,
        TransitionDataset.FOLD_SEED + number);
  }
}
