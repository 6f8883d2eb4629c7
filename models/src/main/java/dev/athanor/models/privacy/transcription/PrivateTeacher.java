package dev.athanor.models.privacy.transcription;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.features.FeatureMap;
import dev.athanor.models.privacy.features.FeatureRows;
import dev.athanor.models.privacy.training.PrivateCentre;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A classifier that was released under a guarantee: what is made from it costs nothing more.
 * Immutable.
 */
public final class PrivateTeacher implements Teacher {
  private static final int BLOCK = 250;

  private final FeatureMap features;
  private final PrivateCentre centre;
  private final UnaryOperator<NDArray> answers;
  private final float[] likeness;
  private final Optional<Student> student;

  /**
   * A teacher.
   *
   * @param features of the records' domain, which must stay open as long as the teacher is asked
   * @param centre of the features of records, or of public inputs that resemble them
   * @param answers logarithms of probabilities, (n, classes), of features, (n, width), in their
   *     scope; gradients pass through
   */
  public PrivateTeacher(FeatureMap features, PrivateCentre centre, UnaryOperator<NDArray> answers) {
    this(features, centre, answers, new float[0], Optional.empty());
  }

  private PrivateTeacher(
      FeatureMap features,
      PrivateCentre centre,
      UnaryOperator<NDArray> answers,
      float[] likeness,
      Optional<Student> student) {
    this.features = features;
    this.centre = centre;
    this.answers = answers;
    this.likeness = likeness;
    this.student = student;
  }

  /**
   * The same, knowing inputs that resemble the records.
   *
   * @param inputs one after the other; public, or released with the teacher
   */
  public PrivateTeacher withLikeness(float[] inputs) {
    return new PrivateTeacher(features, centre, answers, inputs.clone(), student);
  }

  /** The same, knowing a model that may be given away and says more than the answers do. */
  public PrivateTeacher withStudent(Student found) {
    return new PrivateTeacher(features, centre, answers, likeness, Optional.of(found));
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
    return ofFeatures(TorchEngine.within(inputs.getManager(), features.of(inputs)));
  }

  @Override
  public NDArray ofFeatures(NDArray vectors) {
    return answers.apply(vectors);
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

  /** Of features of the records; nothing is told by it that was not released. */
  public PrivateCentre centre() {
    return centre;
  }

  /** A model that may be given away and says more than the answers do, where there is one. */
  public Optional<Student> student() {
    return student;
  }

  /** Inputs that resemble the records, one after the other; empty where none are known. */
  public float[] likeness() {
    return likeness.clone();
  }
}
