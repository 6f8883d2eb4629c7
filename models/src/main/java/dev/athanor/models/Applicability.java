package dev.athanor.models;

/**
 * Whether a model may be believed about this input.
 *
 * @param level how far the input lies from what the model was trained on
 * @param reason one short clause for a person; empty when {@link Level#IN_DOMAIN}
 */
public record Applicability(Level level, String reason) {
  /** Distance from the training data, in three steps. */
  public enum Level {
    /** Within the bulk of the training data. */
    IN_DOMAIN,
    /** At its edge: the standard deviation is still meaningful, the value is less so. */
    EXTRAPOLATING,
    /** Unlike anything seen: the number should not be used. */
    OUT_OF_DOMAIN
  }

  /** The input resembles the training data. */
  public static Applicability inDomain() {
    return new Applicability(Level.IN_DOMAIN, "");
  }
}
