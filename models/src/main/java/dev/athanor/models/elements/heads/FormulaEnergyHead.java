package dev.athanor.models.elements.heads;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.models.weights.WeightFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Formation energy of the most stable phase of a composition, eV/atom, by boosted trees on the
 * composition; further trees say how large an error to expect. About three times as far off as the
 * energy of a known structure, and no measure of stability: ask for that with a structure.
 */
public final class FormulaEnergyHead {
  /** The name of the model in its weight file. */
  public static final String MODEL = "elements-ef";

  /** Least error that is expected, eV/atom. */
  public static final double LEAST_ERROR = 0.01;

  private static final String TREES = "energy";
  private static final String ERRORS = "errors";

  private final BoostedTrees trees;
  private final BoostedTrees errors;
  private final double factor;

  /** A head of fitted parts. */
  public FormulaEnergyHead(BoostedTrees trees, BoostedTrees errors, double factor) {
    this.trees = trees;
    this.errors = errors;
    this.factor = factor;
  }

  /**
   * An energy and its standard deviation.
   *
   * @param energy eV/atom
   * @param deviation eV/atom, calibrated
   */
  public record Answer(double energy, double deviation) {}

  /** What the trees are given. */
  public static float[] input(Composition composition) {
    return CompositionDescriptor.of(composition);
  }

  /** The answer for what {@link #input} gave. */
  public Answer predict(float[] input) {
    return new Answer(trees.predict(input), factor * Math.max(LEAST_ERROR, errors.predict(input)));
  }

  /** As a weight file, with further settings and arrays. */
  public WeightFile toFile(
      String version, Map<String, Double> moreSettings, Map<String, float[]> moreArrays) {
    Map<String, Double> settings = new TreeMap<>(moreSettings);
    settings.put("factor", factor);
    Map<String, float[]> arrays = new LinkedHashMap<>(moreArrays);
    new TreeEnsemble(List.of(trees)).store(TREES, arrays);
    new TreeEnsemble(List.of(errors)).store(ERRORS, arrays);
    return new WeightFile(MODEL, version, settings, arrays);
  }

  /** Reads what {@link #toFile} gave. */
  public static FormulaEnergyHead of(WeightFile file) {
    return new FormulaEnergyHead(
        TreeEnsemble.single(TREES + ".0", file, CompositionDescriptor.SIZE),
        TreeEnsemble.single(ERRORS + ".0", file, CompositionDescriptor.SIZE),
        file.setting("factor"));
  }
}
