package dev.athanor.models.elements.training;

import dev.athanor.models.elements.graph.CrystalGraph;
import dev.athanor.models.elements.heads.Calibration;
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
 * Adds to a fitted energy network what makes its numbers estimates: the factor of the deviations,
 * fitted on every other crystal of the validation set, and the points that say how near the
 * training data an input is.
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
   * @param coverage of the half that the factor was not fitted on
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
      double[][] calibrating = half(outputs, validation, 0);
      double factor = Calibration.factor(calibrating[0], calibrating[1], calibrating[2]);
      double[][] checking = half(outputs, validation, 1);
      double[] scaled = Arrays.stream(checking[1]).map(d -> d * factor).toArray();
      Map<String, Double> settings = weights.fileSettings();
      Map<String, float[]> arrays = weights.fileArrays();
      points.store(settings, arrays);
      settings.put("factor", factor);
      return new Finished(
          new WeightFile(EnergyWeights.MODEL, version, settings, arrays),
          sum / outputs.size(),
          Calibration.coverage(checking[0], scaled, checking[2]));
    }
  }

  /** Errors, deviations and weights of every other sample, from {@code first}. */
  private static double[][] half(
      List<EnergyOutput> outputs, List<EnergySample> samples, int first) {
    int count = (outputs.size() - first + 1) / 2;
    double[][] result = new double[3][count];
    for (int i = 0; i < count; i++) {
      int at = 2 * i + first;
      result[0][i] = outputs.get(at).energy() - samples.get(at).energy();
      result[1][i] = outputs.get(at).scale();
      result[2][i] = 1;
    }
    return result;
  }

  private static List<CrystalGraph> graphs(List<EnergySample> samples) {
    return samples.stream().map(EnergySample::graph).toList();
  }

  private static List<float[]> features(List<EnergyOutput> outputs) {
    return outputs.stream().map(EnergyOutput::features).toList();
  }
}
