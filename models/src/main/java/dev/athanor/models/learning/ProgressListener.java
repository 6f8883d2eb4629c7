package dev.athanor.models.learning;

/** Hears how a long computation is getting on. */
@FunctionalInterface
public interface ProgressListener {
  /** Hears nothing. */
  ProgressListener SILENT = (stage, done, message) -> {};

  /**
   * Something was done.
   *
   * @param stage what is being computed, one or two words
   * @param done share of the stage that is done, 0 to 1
   * @param message one line for a person
   */
  void progress(String stage, double done, String message);
}
