package dev.athanor.models.elements.training;

import dev.athanor.models.elements.StabilityJudge;
import dev.athanor.models.elements.graph.CrystalGraph;
import dev.athanor.models.elements.heads.Calibration;
import dev.athanor.models.elements.heads.EnergyDeviation;
import dev.athanor.models.elements.heads.ReferencePoints;
import dev.athanor.models.elements.network.EnergyOutput;
import dev.athanor.models.elements.network.EnergyPredictor;
import dev.athanor.models.elements.network.EnergyWeights;
import dev.athanor.models.weights.WeightFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Adds to a fitted energy network what makes its numbers estimates: the factor of the deviations
 * and the multiples that make intervals of 68 % and 95 %, fitted on the validation set, the
 * probability from which on a crystal is called stable, chosen on it too, and the points that say
 * how near the training data an input is.
 */
public final class EnergyFinisher {
  private static final int POINTS = 2000;
  private static final long SEED = 20261123;

  private EnergyFinisher() {}

  /**
   * The finished weights and how they did.
   *
   * @param file ready to be written
   * @param error mean absolute error of the validation set, eV/atom
   * @param coverage of either half with the factor of the other
   */
  public record Finished(WeightFile file, double error, Calibration.Coverage coverage) {}

  /** Calibrates on validation samples and keeps points of the training samples. */
  public static Finished finish(
      EnergyWeights weights,
      List<EnergySample> training,
      List<EnergySample> validation,
      String version) {
    try (EnergyPredictor predictor = new EnergyPredictor(weights)) {
      List<EnergyOutput> outputs = predictor.predict(graphs(validation));
      double sum = 0;
      for (int i = 0; i < outputs.size(); i++) {
        sum += Math.abs(outputs.get(i).energy() - validation.get(i).energy());
      }
      List<EnergySample> some = new ArrayList<>();
      int stride = Math.max(1, training.size() / POINTS);
      for (int i = 0; i < training.size(); i += stride) {
        some.add(training.get(i));
      }
      ReferencePoints points =
          ReferencePoints.fit(
              features(predictor.predict(graphs(some))), features(outputs), POINTS, SEED);
      double[] errors = new double[outputs.size()];
      double[] deviations = new double[errors.length];
      double[] ones = new double[errors.length];
      for (int i = 0; i < errors.length; i++) {
        EnergyOutput output = outputs.get(i);
        errors[i] = output.energy() - validation.get(i).energy();
        deviations[i] = EnergyDeviation.raw(output.scale(), points, output.features());
        ones[i] = 1;
      }
      double factor = Calibration.factor(errors, deviations, ones);
      Map<String, Double> settings = weights.fileSettings();
      Map<String, float[]> arrays = weights.fileArrays();
      points.store(settings, arrays);
      settings.put("factor", factor);
      Calibration.Intervals intervals =
          Calibration.crossFittedIntervals(
              errors, Arrays.stream(deviations).map(d -> d * factor).toArray(), SEED);
      new Calibration.Multiples(intervals.multiple68(), intervals.multiple95()).store(settings);
      settings.put(
          StabilityJudge.THRESHOLD,
          TrainingHull.of(training)
              .threshold(
                  validation, errors, Arrays.stream(deviations).map(d -> d * factor).toArray()));
      return new Finished(
          new WeightFile(EnergyWeights.MODEL, version, settings, arrays),
          sum / outputs.size(),
          Calibration.crossFitted(errors, deviations, ones, SEED));
    }
  }

  private static List<CrystalGraph> graphs(List<EnergySample> samples) {
    return samples.stream().map(EnergySample::graph).toList();
  }

  private static List<float[]> features(List<EnergyOutput> outputs) {
    return outputs.stream().map(EnergyOutput::features).toList();
  }
}
