package dev.athanor.models.elements.training;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.models.elements.heads.BoostedTrees;
import dev.athanor.models.elements.heads.BoostingSettings;
import dev.athanor.models.elements.heads.Calibration;
import dev.athanor.models.elements.heads.FormulaEnergyHead;
import dev.athanor.models.learning.ProgressListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Fits the head for energies of compositions to ground states. Nine tenths teach the energies; of
 * the last tenth, one half teaches how large errors are, the other sets the factor.
 */
public final class FormulaEnergyTrainer {
  private static final BoostingSettings TREES = new BoostingSettings(400, 8, 0.08, 0.25, 0.7, 3, 1);
  private static final BoostingSettings ERROR_TREES =
      new BoostingSettings(80, 4, 0.08, 0.25, 0.7, 20, 5);
  private static final int PARTS = 20;

  private FormulaEnergyTrainer() {}

  /**
   * A fitted head.
   *
   * @param head the head
   * @param multiples of its deviations that make intervals, from the rows that set their factor
   */
  public record Fitted(FormulaEnergyHead head, Calibration.Multiples multiples) {}

  /**
   * Fits to ground states.
   *
   * @param energies eV/atom of reduced formulas
   */
  public static Fitted fit(Map<String, Double> energies, ProgressListener listener) {
    List<float[]> inputs = new ArrayList<>();
    List<Float> targets = new ArrayList<>();
    // in the order of formulas, so that chance falls the same way every time
    new TreeMap<>(energies)
        .forEach(
            (formula, energy) -> {
              inputs.add(FormulaEnergyHead.input(Composition.parse(formula)));
              targets.add(energy.floatValue());
            });
    Random random = new Random(TransitionDataset.FOLD_SEED);
    int[] part = IntStream.range(0, inputs.size()).map(i -> random.nextInt(PARTS)).toArray();
    listener.progress("energies of formulas", 0, inputs.size() + " ground states");
    int[] first = places(part, 2, PARTS);
    BoostedTrees trees = fit(inputs, values(targets, first), first, TREES);
    listener.progress("energies of formulas", 0.9, "sizes of errors");
    int[] second = places(part, 1, 2);
    BoostedTrees errors = fit(inputs, misses(trees, inputs, targets, second), second, ERROR_TREES);
    int[] third = places(part, 0, 1);
    double[] misses = widened(misses(trees, inputs, targets, third));
    FormulaEnergyHead plain = new FormulaEnergyHead(trees, errors, 1);
    double[] deviations =
        IntStream.of(third).mapToDouble(i -> plain.predict(inputs.get(i)).deviation()).toArray();
    double[] weights = new double[third.length];
    Arrays.fill(weights, 1);
    listener.progress("energies of formulas", 1, "fitted");
    double factor = Calibration.factor(misses, deviations, weights);
    double[] scaled = Arrays.stream(deviations).map(d -> d * factor).toArray();
    return new Fitted(
        new FormulaEnergyHead(trees, errors, factor),
        Calibration.multiples(misses, scaled, weights));
  }

  private static int[] places(int[] part, int from, int to) {
    return IntStream.range(0, part.length).filter(i -> part[i] >= from && part[i] < to).toArray();
  }

  private static float[] values(List<Float> targets, int[] places) {
    float[] values = new float[places.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = targets.get(places[i]);
    }
    return values;
  }

  private static float[] misses(
      BoostedTrees trees, List<float[]> inputs, List<Float> targets, int[] places) {
    float[] misses = new float[places.length];
    for (int i = 0; i < misses.length; i++) {
      misses[i] = (float) Math.abs(trees.predict(inputs.get(places[i])) - targets.get(places[i]));
    }
    return misses;
  }

  private static double[] widened(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  private static BoostedTrees fit(
      List<float[]> inputs, float[] targets, int[] places, BoostingSettings settings) {
    float[] weights = new float[places.length];
    Arrays.fill(weights, 1);
    return BoostedTrees.fit(
        IntStream.of(places).mapToObj(inputs::get).toList(),
        targets,
        weights,
        BoostedTrees.Objective.SQUARED,
        settings,
        TransitionDataset.FOLD_SEED);
  }
}
