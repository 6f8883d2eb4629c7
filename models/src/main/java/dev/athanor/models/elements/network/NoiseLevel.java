package dev.athanor.models.elements.network;

/**
 * How far a crystal is from rest, as the equivariant network is told it or estimates it.
 *
 * @param rattle standard deviation of each Cartesian component of the displacements, angstrom
 * @param strain standard deviation of the components of the strain, 0.05 for 5 %
 */
public record NoiseLevel(double rattle, double strain) {
  /** Levels below these are the same as rest to the network. */
  static final double LEAST_RATTLE = 0.01;

  static final double LEAST_STRAIN = 0.002;

  public NoiseLevel {
    if (!(rattle >= 0) || !(strain >= 0)) {
      throw new IllegalArgumentException("a level is at or above zero");
    }
  }

  /** {@code ln(rattle + 0.01)}, the scale on which the network sees it. */
  public double logRattle() {
    return Math.log(rattle + LEAST_RATTLE);
  }

  /** {@code ln(strain + 0.002)}, the scale on which the network sees it. */
  public double logStrain() {
    return Math.log(strain + LEAST_STRAIN);
  }

  /** The level with these logarithms. */
  static NoiseLevel ofLogarithms(double logRattle, double logStrain) {
    return new NoiseLevel(
        Math.max(0, Math.exp(logRattle) - LEAST_RATTLE),
        Math.max(0, Math.exp(logStrain) - LEAST_STRAIN));
  }
}
