package dev.athanor.models.elements.heads;

import dev.athanor.models.weights.WeightFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Transition temperature from a descriptor, learned on {@code log(1 + Tc)} of compounds that do
 * superconduct.
 *
 * <p>The deviation comes from a second set of trees that learned how large held-out errors are:
 * {@code (1 + Tc) * factor * max(floor, error)}, together with the spread of the ensemble.
 */
public final class TransitionHead {
  /** The name of the model in its weight file. */
  public static final String MODEL = "elements-t";

  private static final double LEAST_ERROR = 0.05;

  private final TreeEnsemble trees;
  private final BoostedTrees errors;
  private final double factor;

  /** A head of fitted parts. */
  public TransitionHead(TreeEnsemble trees, BoostedTrees errors, double factor) {
    this.trees = trees;
    this.errors = errors;
    this.factor = factor;
  }

  /**
   * A temperature and its standard deviation, kelvin.
   *
   * @param temperature kelvin
   * @param deviation kelvin, calibrated
   */
  public record Answer(double temperature, double deviation) {}

  /** The answer for a descriptor. */
  public Answer predict(float[] descriptor) {
    double[] answers = trees.predict(descriptor);
    return answer(TreeEnsemble.mean(answers), descriptor);
  }

  /** The answer where {@code log(1 + Tc)} is already known. */
  public Answer answer(double logarithm, float[] descriptor) {
    double bounded = Math.max(0, Math.min(6, logarithm));
    double temperature = Math.expm1(bounded);
    double error = Math.max(LEAST_ERROR, errors.predict(descriptor));
    return new Answer(temperature, (1 + temperature) * factor * error);
  }

  /** As a weight file, with further settings and arrays. */
  public WeightFile toFile(
      String version, Map<String, Double> moreSettings, Map<String, float[]> moreArrays) {
    Map<String, Double> settings = new TreeMap<>(moreSettings);
    settings.put("factor", factor);
    Map<String, float[]> arrays = new LinkedHashMap<>(moreArrays);
    trees.store("trees", arrays);
    arrays.put("errors", errors.toArray());
    return new WeightFile(MODEL, version, settings, arrays);
  }

  /**
   * Reads what {@link #toFile} gave.
   *
   * @param features length of the descriptors that it will be asked about
   */
  public static TransitionHead of(WeightFile file, int features) {
    return new TransitionHead(
        TreeEnsemble.of("trees", file, features),
        TreeEnsemble.single("errors", file, features),
        file.setting("factor"));
  }
}
