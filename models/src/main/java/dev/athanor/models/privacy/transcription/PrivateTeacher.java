package dev.athanor.models.privacy.transcription;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.features.FeatureMap;
import dev.athanor.models.privacy.features.FeatureRows;
import dev.athanor.models.privacy.mechanism.NoiseSource;
import dev.athanor.models.privacy.training.CentredClassifier;
import dev.athanor.models.privacy.training.PrivateTraining;
import java.util.Arrays;

/**
 * A linear classifier on public features, trained under a guarantee: what is made from it costs
 * nothing more.
 */
public final class PrivateTeacher implements Teacher {
  private static final int BLOCK = 250;

  private final FeatureMap features;
  private final CentredClassifier classifier;

  private PrivateTeacher(FeatureMap features, CentredClassifier classifier) {
    this.features = features;
    this.classifier = classifier;
  }

  /**
   * Trains a teacher.
   *
   * @param features of the records' domain, which must stay open as long as the teacher is asked
   */
  public static PrivateTeacher train(
      PrivateRecords records, FeatureMap features, PrivateTraining training, NoiseSource noise) {
    try (NDManager scope = TorchEngine.newManager();
        NDArray vectors = featuresOf(records, features, scope)) {
      return train(vectors, records, features, training, noise);
    }
  }

  /**
   * Trains a teacher on features that are at hand.
   *
   * @param vectors features of the records, (n, width); are centred in place
   */
  public static PrivateTeacher train(
      NDArray vectors,
      PrivateRecords records,
      FeatureMap features,
      PrivateTraining training,
      NoiseSource noise) {
    return new PrivateTeacher(
        features, training.run(vectors, records.labels(), records.domain().classes(), noise));
  }

  /**
   * Features of all records.
   *
   * @return (n, width of the features), in {@code scope}
   */
  public static NDArray featuresOf(PrivateRecords records, FeatureMap features, NDManager scope) {
    return records
        .knownFeatures()
        .map(known -> scope.create(known, new Shape(records.size(), features.width())))
        .orElseGet(() -> FeatureRows.of(features, records.inputs(0, records.size()), scope));
  }

  @Override
  public NDArray logProbabilities(NDArray inputs) {
    return classifier.logProbabilities(
        TorchEngine.within(inputs.getManager(), features.of(inputs)));
  }

  @Override
  public NDArray ofFeatures(NDArray vectors) {
    return classifier.logProbabilities(vectors);
  }

  /**
   * Probabilities of labels.
   *
   * @param inputs one after the other
   * @return one row for each
   */
  public double[][] probabilities(float[] inputs) {
    int width = features.inputWidth();
    int count = inputs.length / width;
    double[][] rows = new double[count][];
    try (NDManager scope = TorchEngine.newManager()) {
      for (int from = 0; from < count; from += BLOCK) {
        int to = Math.min(count, from + BLOCK);
        try (NDManager inner = scope.newSubManager()) {
          float[] part = Arrays.copyOfRange(inputs, from * width, to * width);
          NDArray found = logProbabilities(inner.create(part, new Shape(to - from, width))).exp();
          float[] flat = found.toFloatArray();
          int classes = flat.length / (to - from);
          for (int i = from; i < to; i++) {
            rows[i] = new double[classes];
            for (int label = 0; label < classes; label++) {
              rows[i][label] = flat[(i - from) * classes + label];
            }
          }
        }
      }
    }
    return rows;
  }

  /** The classifier of features. */
  public CentredClassifier classifier() {
    return classifier;
  }
}
