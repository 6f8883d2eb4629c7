package dev.athanor.models.privacy.students;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.features.FeatureMap;
import dev.athanor.models.privacy.parts.Perceptron;
import dev.athanor.models.privacy.transcription.Domain;
import dev.athanor.models.privacy.transcription.Student;
import dev.athanor.models.weights.WeightFile;
import java.util.Arrays;

/** A small network on the domain's features. Immutable. */
public final class FeatureStudent implements Student {
  private static final int BLOCK = 64;

  private final Domain domain;
  private final StudentSettings settings;
  private final float[] centre;
  private final float[] parameters;
  private final Perceptron network;

  FeatureStudent(Domain domain, StudentSettings settings, float[] centre, float[] parameters) {
    this.domain = domain;
    this.settings = settings;
    this.centre = centre.clone();
    this.parameters = parameters.clone();
    this.network = new Perceptron(settings.widths(centre.length, domain.classes()));
    if (parameters.length != network.layout().size()) {
      throw new IllegalArgumentException(
          parameters.length + " parameters are not the student's " + network.layout().size());
    }
  }

  @Override
  public Domain domain() {
    return domain;
  }

  StudentSettings settings() {
    return settings;
  }

  float[] centre() {
    return centre.clone();
  }

  float[] parameters() {
    return parameters.clone();
  }

  @Override
  public double[][] probabilities(float[] inputs) {
    int width = domain.features().inputWidth();
    int count = inputs.length / width;
    if (count * width != inputs.length) {
      throw new IllegalArgumentException(inputs.length + " numbers are not inputs of " + width);
    }
    double[][] result = new double[count][domain.classes()];
    try (NDManager scope = TorchEngine.newManager();
        FeatureMap features = domain.features().open(scope)) {
      for (int from = 0; from < count; from += BLOCK) {
        int to = Math.min(count, from + BLOCK);
        try (NDManager inner = scope.newSubManager()) {
          float[] part = Arrays.copyOfRange(inputs, from * width, to * width);
          NDArray rows = features.of(inner.create(part, new Shape(to - from, width)));
          float[] values = logProbabilities(rows).exp().toFloatArray();
          for (int i = 0; i < values.length; i++) {
            result[from + i / domain.classes()][i % domain.classes()] = values[i];
          }
        }
      }
    }
    return result;
  }

  /**
   * What it thinks of inputs whose features are at hand.
   *
   * @param features (n, width)
   * @return logarithms of probabilities, (n, classes), in the scope of {@code features}
   */
  public NDArray logProbabilities(NDArray features) {
    NDArray values = features.getManager().create(parameters);
    return network.of(values, CentredRows.of(features, centre)).logSoftmax(1);
  }

  @Override
  public WeightFile weights() {
    return StudentFile.of(domain, settings, centre, parameters);
  }
}
