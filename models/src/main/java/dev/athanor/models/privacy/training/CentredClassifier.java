package dev.athanor.models.privacy.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.athanor.models.learning.TorchEngine;

/**
 * A linear classifier of centred vectors.
 *
 * @param centre what vectors are centred by
 * @param classifier of what results
 */
public record CentredClassifier(PrivateCentre centre, LinearClassifier classifier) {
  /**
   * Logarithms of probabilities. Gradients pass through.
   *
   * @param vectors (n, width) as they come
   * @return (n, labels), in the scope of {@code vectors}
   */
  public NDArray logProbabilities(NDArray vectors) {
    return classifier.logProbabilities(centre.of(vectors));
  }

  /**
   * Labels of vectors.
   *
   * @param vectors (n, width) as they come
   */
  public int[] labels(NDArray vectors) {
    try (NDManager scope = vectors.getManager().newSubManager();
        NDArray likeliest = logProbabilities(TorchEngine.within(scope, vectors)).argMax(1)) {
      long[] labels = likeliest.toLongArray();
      int[] result = new int[labels.length];
      for (int i = 0; i < result.length; i++) {
        result[i] = (int) labels[i];
      }
      return result;
    }
  }
}
