package dev.athanor.models.privacy.transcription;

import ai.djl.ndarray.NDArray;

/** A classifier to learn from. */
public interface Teacher {
  /**
   * What it thinks of inputs. Gradients pass through to {@code inputs}.
   *
   * @param inputs (n, width of an input)
   * @return logarithms of probabilities, (n, classes), in the scope of {@code inputs}
   */
  NDArray logProbabilities(NDArray inputs);
}
