package dev.athanor.models.privacy.students;

import ai.djl.ndarray.NDArray;

/** Features as students see them: less a centre, and brought to one size. */
final class CentredRows {
  private static final double TINY = 1e-12;

  private CentredRows() {}

  /**
   * Rows less the centre, such that the mean of their squares is 1. Gradients pass through.
   *
   * @param features (n, width)
   */
  static NDArray of(NDArray features, float[] centre) {
    NDArray less = features.sub(features.getManager().create(centre));
    return less.div(less.square().mean(new int[] {1}, true).add(TINY).sqrt());
  }
}
