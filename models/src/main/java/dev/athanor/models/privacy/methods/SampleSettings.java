package dev.athanor.models.privacy.methods;

import dev.athanor.models.privacy.composition.CompositionFeatures;
import dev.athanor.models.privacy.images.PictureFeatures;
import dev.athanor.models.privacy.transcription.Domain;

/**
 * How much a student is shown.
 *
 * @param count of samples that are made at a time
 * @param passes over them
 * @param rate of learning
 */
record SampleSettings(int count, int passes, double rate) {
  private static final int LYING_PASSES = 4;
  private static final double REFINEMENT = 10;

  /** What suits a domain: features of pictures are dear, those of vectors are not. */
  static SampleSettings of(Domain domain) {
    if (domain.features() instanceof CompositionFeatures) {
      return new SampleSettings(12_000, 10, 0.002);
    }
    return domain.features() instanceof PictureFeatures
        ? new SampleSettings(8000, 10, 0.002)
        : new SampleSettings(4000, 10, 0.005);
  }

  /** The same for a student that knows the most already. */
  SampleSettings ofRefinement() {
    return new SampleSettings(count, passes, rate / REFINEMENT);
  }

  /** The same where labels are often lies: slow enough that no single one is believed. */
  SampleSettings ofLies() {
    return new SampleSettings(count, LYING_PASSES, rate / 4);
  }
}
