package dev.athanor.models.privacy.training;

import ai.djl.ndarray.NDArray;

/**
 * A linear classifier of centred vectors.
 *
 * @param centre what vectors are centred by
 * @param classifier of what results
 */
public record CentredClassifier(PrivateCentre centre, LinearClassifier classifier) {
  /**
   * Labels of vectors.
   *
   * @param vectors (n, width) as they come; are centred in place
   */
  public int[] labels(NDArray vectors) {
    centre.applyTo(vectors);
    try (NDArray scores = classifier.logProbabilities(vectors);
        NDArray likeliest = scores.argMax(1)) {
      long[] labels = likeliest.toLongArray();
      int[] result = new int[labels.length];
      for (int i = 0; i < result.length; i++) {
        result[i] = (int) labels[i];
      }
      return result;
    }
  }
}
