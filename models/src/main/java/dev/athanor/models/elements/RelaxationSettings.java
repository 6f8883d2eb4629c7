package dev.athanor.models.elements;

/**
 * How far a relaxation may go.
 *
 * @param maxSteps steps at most, 1 to 1000
 * @param tolerance root mean square displacement of a step below which it has converged, angstrom
 */
public record RelaxationSettings(int maxSteps, double tolerance) {
  /** Fifty steps, 0.01 angstrom. */
  public static final RelaxationSettings DEFAULT = new RelaxationSettings(50, 0.01);

  public RelaxationSettings {
    if (maxSteps < 1 || maxSteps > 1000 || !(tolerance > 0)) {
      throw new IllegalArgumentException(
          "relaxation needs 1 to 1000 steps and a tolerance above 0");
    }
  }
}
