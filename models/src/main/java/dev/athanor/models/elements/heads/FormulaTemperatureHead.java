package dev.athanor.models.elements.heads;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.models.weights.WeightFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The transition temperature that a measurement of a composition would report, 0 where finding none
 * is likelier: the median of the distribution that randomized trees give. Learned in kelvin, rows
 * with 0 among the others. What was never reported counts as 0 here, although it may superconduct
 * below the temperatures that were tried.
 */
public final class FormulaTemperatureHead {
  /** The name of the model in its weight file. */
  public static final String MODEL = "elements-tf";

  private static final String TREES = "temperature";

  private final RandomizedTrees trees;
  private final DeviationScale scale;

  /** A head of fitted parts. */
  public FormulaTemperatureHead(RandomizedTrees trees, DeviationScale scale) {
    this.trees = trees;
    this.scale = scale;
  }

  /** What the trees are given. */
  public static float[] input(Composition composition) {
    return TransitionHead.compositionInput(CompositionDescriptor.of(composition));
  }

  /** The answer for a composition. */
  public TransitionHead.Answer predict(Composition composition) {
    return answer(trees.predict(input(composition)), scale);
  }

  /** The answer that a distribution of temperatures gives. */
  public static TransitionHead.Answer answer(WeightedValues kelvin, DeviationScale scale) {
    double temperature = kelvin.median();
    return new TransitionHead.Answer(temperature, scale.of(kelvin, temperature));
  }

  /** As a weight file, with further settings and arrays. */
  public WeightFile toFile(
      String version, Map<String, Double> moreSettings, Map<String, float[]> moreArrays) {
    Map<String, Double> settings = new TreeMap<>(moreSettings);
    scale.store(settings);
    Map<String, float[]> arrays = new LinkedHashMap<>(moreArrays);
    trees.store(TREES, arrays);
    return new WeightFile(MODEL, version, settings, arrays);
  }

  /** Reads what {@link #toFile} gave. */
  public static FormulaTemperatureHead of(WeightFile file) {
    return new FormulaTemperatureHead(
        RandomizedTrees.of(TREES, file, CompositionDescriptor.SIZE + CarrierDescriptor.SIZE),
        DeviationScale.of(file));
  }
}
