package dev.athanor.models.privacy.transcription;

import dev.athanor.models.weights.WeightFile;

/** The model that is given away. Immutable; safe for use by several threads, one call each. */
public interface Student {
  /** What inputs look like and how many labels there are. */
  Domain domain();

  /**
   * Probabilities of labels.
   *
   * @param inputs one after the other
   * @return one row of the domain's classes for each input
   */
  double[][] probabilities(float[] inputs);

  /** Everything that is needed to ask it again elsewhere. */
  WeightFile weights();
}
