package dev.athanor.models.privacy.score;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Where the score is wanted.
 *
 * @param points (n, dimensions)
 * @param deviations of the noise that blurs the density there, (n, 1)
 * @param labels a 1 in the column of the label, (n, labels)
 */
public record ScoreQuestion(NDArray points, NDArray deviations, NDArray labels) {
  /** The same at other points. */
  ScoreQuestion at(NDArray otherPoints) {
    return new ScoreQuestion(otherPoints, deviations, labels);
  }

  /** Points of all labels, label after label, as many of each, under one noise. */
  static ScoreQuestion of(NDArray points, double deviation, int labels) {
    NDManager scope = points.getManager();
    int count = (int) points.getShape().get(0);
    return new ScoreQuestion(
        points, scope.full(new Shape(count, 1), (float) deviation), labels(scope, count, labels));
  }

  /** Labels in order, each as often. */
  public static NDArray labels(NDManager scope, int count, int labels) {
    float[] values = new float[count * labels];
    for (int i = 0; i < count; i++) {
      values[i * labels + i / (count / labels)] = 1;
    }
    return scope.create(values, new Shape(count, labels));
  }
}
