package dev.athanor.models.privacy.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.learning.TorchEngine;

/** Multinomial logistic regression: {@code softmax(W^T x + b)}. Immutable. */
public final class LinearClassifier {
  private final float[] weights;
  private final int width;
  private final int labels;

  /**
   * A classifier of known weights.
   *
   * @param weights (width + 1, labels), row by row; the last row is the constant
   * @param width of the vectors
   * @param labels how many there are
   */
  public LinearClassifier(float[] weights, int width, int labels) {
    if (weights.length != (width + 1) * labels) {
      throw new IllegalArgumentException(
          weights.length + " weights are not " + (width + 1) + " x " + labels);
    }
    this.weights = weights.clone();
    this.width = width;
    this.labels = labels;
  }

  /** The weights, as they were given. */
  public float[] weights() {
    return weights.clone();
  }

  /**
   * Logarithms of probabilities.
   *
   * @param vectors (n, width)
   * @return (n, labels), in the scope of {@code vectors}
   */
  public NDArray logProbabilities(NDArray vectors) {
    NDManager scope = vectors.getManager();
    NDArray all = scope.create(weights, new Shape(width + 1L, labels));
    return TorchEngine.within(scope, vectors)
        .matMul(all.get("0:" + width))
        .add(all.get(width))
        .logSoftmax(1);
  }
}
