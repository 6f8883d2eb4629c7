package dev.athanor.models.privacy.transcription;

import dev.athanor.models.privacy.features.FeatureKind;

/**
 * What is known of records without looking at any.
 *
 * @param features of inputs
 * @param lowest value of a number of an input
 * @param highest value of a number of an input
 * @param classes how many labels there are
 */
public record Domain(FeatureKind features, double lowest, double highest, int classes) {
  public Domain {
    if (!(lowest < highest)) {
      throw new IllegalArgumentException("no range from " + lowest + " to " + highest);
    }
    if (classes < 2) {
      throw new IllegalArgumentException(classes + " classes leave nothing to tell apart");
    }
  }
}
