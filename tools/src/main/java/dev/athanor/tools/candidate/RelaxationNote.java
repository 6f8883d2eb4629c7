package dev.athanor.tools.candidate;

/**
 * What relaxing did to a crystal.
 *
 * @param status whether it came to rest
 * @param from address of the crystal before
 * @param steps steps taken
 * @param lastStep root mean square displacement of the last step, angstrom
 * @param volumeChange relative change of the volume, as in -0.03
 */
public record RelaxationNote(
    Status status, String from, int steps, double lastStep, double volumeChange) {
  /** Outcome of a relaxation. */
  public enum Status {
    /** The last step fell below the tolerance. */
    CONVERGED,
    /** It still moved when the steps were used up; the structure is not to be trusted. */
    NOT_CONVERGED
  }
}
