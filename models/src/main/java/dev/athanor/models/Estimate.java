package dev.athanor.models;

/**
 * A number that a model gives: never without its unit, its uncertainty and whether the model may be
 * believed.
 *
 * @param value the expected value
 * @param unit as in {@code eV/atom}, {@code K}; {@code 1} for a probability
 * @param standardDeviation calibrated on held-out data, in the same unit
 * @param applicability whether the input resembles the training data
 */
public record Estimate(
    double value, String unit, double standardDeviation, Applicability applicability) {
  public Estimate {
    if (!Double.isFinite(value)
        || !(standardDeviation >= 0)
        || !Double.isFinite(standardDeviation)) {
      throw new IllegalArgumentException(
          "an estimate needs finite numbers: " + value + " with deviation " + standardDeviation);
    }
  }
}
