package dev.athanor.models.privacy.features;

import ai.djl.ndarray.NDArray;

/**
 * Features that no private record taught, in which classifiers are linear. Implementations keep
 * arrays and must be closed. Gradients pass through, so that inputs can be learned against what a
 * classifier says of them.
 */
public interface FeatureMap extends AutoCloseable {
  /** Numbers of an input. */
  int inputWidth();

  /** Numbers of its features. */
  int width();

  /**
   * Features of inputs.
   *
   * @param inputs (n, {@link #inputWidth})
   * @return (n, {@link #width}), rows no longer than 1, in the scope of {@code inputs}
   */
  NDArray of(NDArray inputs);

  @Override
  void close();
}
