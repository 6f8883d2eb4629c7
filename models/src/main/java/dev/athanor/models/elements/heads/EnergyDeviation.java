package dev.athanor.models.elements.heads;

/**
 * How sure an energy is, before calibration: the error that the network expects of itself times the
 * square root of the distance to the training data, in units of the distance where extrapolation
 * begins. Each alone puts too little weight on the worst cases.
 */
public final class EnergyDeviation {
  private static final double LEAST_RATIO = 0.04;

  private EnergyDeviation() {}

  /**
   * The deviation up to one factor, eV/atom.
   *
   * @param scale the error that the network expects, eV/atom
   * @param points the training data
   * @param features of the crystal
   */
  public static double raw(double scale, ReferencePoints points, float[] features) {
    return raw(scale, points, points.distance(features));
  }

  /** The same where the distance to the training data is known. */
  public static double raw(double scale, ReferencePoints points, double distance) {
    return scale * Math.sqrt(Math.max(LEAST_RATIO, distance / points.edge()));
  }
}
