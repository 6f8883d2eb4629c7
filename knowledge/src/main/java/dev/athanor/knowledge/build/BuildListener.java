package dev.athanor.knowledge.build;

/** Hears how a build goes on, and may stop it. */
@FunctionalInterface
public interface BuildListener {
  /**
   * Called about once in every thousand records, and at the end of a stage.
   *
   * @param stage what is being built: {@code phases}, {@code superconductors}, {@code motifs},
   *     {@code structures}, {@code passages}
   * @param done records read so far in this stage
   */
  void progress(String stage, long done);

  /** Asked as often; true ends the build with nothing written. */
  default boolean cancelled() {
    return false;
  }

  /** Hears nothing and never stops. */
  static BuildListener silent() {
    return (stage, done) -> {};
  }
}
