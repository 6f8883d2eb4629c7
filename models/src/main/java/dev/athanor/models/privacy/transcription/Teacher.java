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

  /**
   * The same of inputs whose features are at hand, which are the costly part. Gradients pass
   * through to {@code features}.
   *
   * @param features of the domain, (n, width)
   * @return logarithms of probabilities, (n, classes), in the scope of {@code features}
   */
  NDArray ofFeatures(NDArray features);
}
