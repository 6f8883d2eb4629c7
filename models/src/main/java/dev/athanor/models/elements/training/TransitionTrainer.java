package dev.athanor.models.elements.training;

import dev.athanor.models.elements.heads.BoostedTrees;
import dev.athanor.models.elements.heads.BoostingSettings;
import dev.athanor.models.elements.heads.Calibration;
import dev.athanor.models.elements.heads.TransitionHead;
import dev.athanor.models.elements.heads.TreeEnsemble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Fits the head for transition temperatures in five folds by chemical system. The five fits
 * together are the head; what each says of the fold that it did not see measures it.
 */
public final class TransitionTrainer {
  /** The trees that answer. */
  static final BoostingSettings TREES = new BoostingSettings(600, 6, 0.06, 0.15, 0.7, 3, 2);

  private static final BoostingSettings ERROR_TREES =
      new BoostingSettings(80, 4, 0.08, 0.2, 0.7, 10, 5);
  private static final int FIRST_CHECK_FOLD = 3;
  private static final int LAST_FOLD = TransitionDataset.FOLDS - 1;

  private TransitionTrainer() {}

  /**
   * A fitted head and what was held out.
   *
   * @param head the head
   * @param heldOut the rows that have a structure and superconduct, in order
   * @param logarithms what the fold that had not seen a row says of it, {@code log(1 + Tc)}
   * @param coverage of the deviations in the last fold, which neither errors nor factor were fitted
   *     on
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  public record Fitted(
      TransitionHead head,
      List<TransitionSample> heldOut,
      double[] logarithms,
      Calibration.Coverage coverage) {}

  /** Fits to every row above 0 kelvin. */
  public static Fitted fit(
      List<TransitionSample> samples, Map<String, Integer> folds, ProgressListener listener) {
    List<TransitionSample> known = samples.stream().filter(s -> s.temperature() > 0).toList();
    List<BoostedTrees> members = new ArrayList<>();
    List<TransitionSample> heldOut = new ArrayList<>();
    List<Double> logarithms = new ArrayList<>();
    for (int fold = 0; fold < TransitionDataset.FOLDS; fold++) {
      int left = fold;
      BoostedTrees member =
          fit(
              known.stream().filter(s -> fold(folds, s) != left).toList(),
              TREES,
              TransitionDataset.FOLD_SEED + fold);
      members.add(member);
      for (TransitionSample sample : known) {
        if (sample.structured() && fold(folds, sample) == fold) {
          heldOut.add(sample);
          logarithms.add(member.predict(sample.descriptor()));
        }
      }
      listener.progress(
          "temperature",
          (fold + 1.0) / TransitionDataset.FOLDS,
          String.format(Locale.ROOT, "fold %d of %d", fold + 1, TransitionDataset.FOLDS));
    }
    double[] predicted = logarithms.stream().mapToDouble(Double::doubleValue).toArray();
    TreeEnsemble ensemble = new TreeEnsemble(members);
    BoostedTrees errors = errors(heldOut, predicted, folds);
    TransitionHead plain = new TransitionHead(ensemble, errors, 1);
    double factor = calibrate(plain, heldOut, predicted, folds, FIRST_CHECK_FOLD).factor;
    TransitionHead head = new TransitionHead(ensemble, errors, factor);
    return new Fitted(
        head, heldOut, predicted, calibrate(head, heldOut, predicted, folds, LAST_FOLD).coverage);
  }

  private static int fold(Map<String, Integer> folds, TransitionSample sample) {
    return folds.getOrDefault(sample.system(), 0);
  }

  private static BoostedTrees fit(
      List<TransitionSample> samples, BoostingSettings settings, long seed) {
    float[] targets = new float[samples.size()];
    float[] weights = new float[samples.size()];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = (float) Math.log1p(samples.get(i).temperature());
      weights[i] = (float) samples.get(i).weight();
    }
    return BoostedTrees.fit(
        samples.stream().map(TransitionSample::descriptor).toList(),
        targets,
        weights,
        BoostedTrees.Objective.SQUARED,
        settings,
        seed);
  }

  /** Trees that say how large an error of the logarithm to expect; folds 0 to 2 only. */
  private static BoostedTrees errors(
      List<TransitionSample> heldOut, double[] predicted, Map<String, Integer> folds) {
    List<float[]> rows = new ArrayList<>();
    List<Double> sizes = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (int i = 0; i < predicted.length; i++) {
      TransitionSample sample = heldOut.get(i);
      if (fold(folds, sample) < FIRST_CHECK_FOLD) {
        rows.add(sample.descriptor());
        sizes.add(Math.abs(Math.log1p(sample.temperature()) - predicted[i]));
        weights.add(sample.weight());
      }
    }
    return BoostedTrees.fit(
        rows,
        floats(sizes),
        floats(weights),
        BoostedTrees.Objective.SQUARED,
        ERROR_TREES,
        TransitionDataset.FOLD_SEED);
  }

  private record Checked(double factor, Calibration.Coverage coverage) {}

  private static Checked calibrate(
      TransitionHead head,
      List<TransitionSample> heldOut,
      double[] predicted,
      Map<String, Integer> folds,
      int checkFold) {
    int count = 0;
    double[] errors = new double[predicted.length];
    double[] deviations = new double[predicted.length];
    double[] weights = new double[predicted.length];
    for (int i = 0; i < predicted.length; i++) {
      TransitionSample sample = heldOut.get(i);
      if (fold(folds, sample) == checkFold) {
        TransitionHead.Answer answer = head.answer(predicted[i], sample.descriptor());
        errors[count] = answer.temperature() - sample.temperature();
        deviations[count] = answer.deviation();
        weights[count++] = sample.weight();
      }
    }
    double[] e = Arrays.copyOf(errors, count);
    double[] d = Arrays.copyOf(deviations, count);
    double[] w = Arrays.copyOf(weights, count);
    return new Checked(Calibration.factor(e, d, w), Calibration.coverage(e, d, w));
  }

  private static float[] floats(List<Double> values) {
    float[] result = new float[values.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = values.get(i).floatValue();
    }
    return result;
  }
}
