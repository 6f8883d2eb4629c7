package dev.athanor.models.privacy.transcription;

/** What a transcription promises. */
public enum Assurance {
  /**
   * Record-level differential privacy: all that a method learns from was itself released under the
   * guarantee.
   */
  RECORD,
  /**
   * What the method's paper argues and no more: the teacher saw the records without noise, so that
   * one record can change it without bound. For comparison with published figures.
   */
  AS_PUBLISHED
}
