package dev.athanor.matter.crystal;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;

/**
 * Three vectors that span the unit cell; Cartesian, angstrom.
 *
 * @param a first cell vector
 * @param b second cell vector
 * @param c third cell vector
 */
public record Lattice(Vector3 a, Vector3 b, Vector3 c) {
  private static final double MIN_VOLUME_PER_EDGE_PRODUCT = 1e-6;

  public Lattice {
    if (!a.isFinite() || !b.isFinite() || !c.isFinite()) {
      throw new MatterException(MatterErrors.BAD_LATTICE, "cell vectors must be finite numbers");
    }
    double edges = a.length() * b.length() * c.length();
    double volume = Math.abs(a.dot(b.cross(c)));
    if (!(volume > MIN_VOLUME_PER_EDGE_PRODUCT * edges) || !(volume > 1e-9)) {
      throw new MatterException(
          MatterErrors.BAD_LATTICE,
          "the cell vectors span no volume (" + volume + " cubic angstrom)");
    }
  }

  /**
   * The cell with these edges (angstrom) and angles (degrees): a along x, b in the xy plane.
   *
   * @throws MatterException {@code BAD_LATTICE} where no cell has these angles
   */
  public static Lattice ofParameters(
      double a, double b, double c, double alpha, double beta, double gamma) {
    if (!(a > 0) || !(b > 0) || !(c > 0)) {
      throw new MatterException(
          MatterErrors.BAD_LATTICE, "cell edges must be above 0: " + a + ", " + b + ", " + c);
    }
    double cosAlpha = cosDegrees(alpha);
    double cosBeta = cosDegrees(beta);
    double cosGamma = cosDegrees(gamma);
    double sinGamma = Math.sqrt(1 - cosGamma * cosGamma);
    double cx = cosBeta;
    double cy = (cosAlpha - cosBeta * cosGamma) / sinGamma;
    double czSquared = 1 - cx * cx - cy * cy;
    if (!(czSquared > 0)) {
      throw new MatterException(
          MatterErrors.BAD_LATTICE,
          "no cell has the angles " + alpha + ", " + beta + ", " + gamma + " degrees");
    }
    return new Lattice(
        new Vector3(a, 0, 0),
        new Vector3(b * cosGamma, b * sinGamma, 0),
        new Vector3(c * cx, c * cy, c * Math.sqrt(czSquared)));
  }

  /** The lattice whose rows are given, 3 x 3, angstrom. */
  public static Lattice ofRows(double[][] rows) {
    return new Lattice(
        new Vector3(rows[0][0], rows[0][1], rows[0][2]),
        new Vector3(rows[1][0], rows[1][1], rows[1][2]),
        new Vector3(rows[2][0], rows[2][1], rows[2][2]));
  }

  /** A cube of this edge, angstrom. */
  public static Lattice cubic(double edge) {
    return new Lattice(new Vector3(edge, 0, 0), new Vector3(0, edge, 0), new Vector3(0, 0, edge));
  }

  /** The rows as a fresh 3 x 3 array. */
  public double[][] rows() {
    return new double[][] {{a.x(), a.y(), a.z()}, {b.x(), b.y(), b.z()}, {c.x(), c.y(), c.z()}};
  }

  /** Cell volume, cubic angstrom, above zero for either handedness. */
  public double volume() {
    return Math.abs(a.dot(b.cross(c)));
  }

  /** Angle between b and c, degrees. */
  public double alpha() {
    return angle(b, c);
  }

  /** Angle between a and c, degrees. */
  public double beta() {
    return angle(a, c);
  }

  /** Angle between a and b, degrees. */
  public double gamma() {
    return angle(a, b);
  }

  /** From fractional coordinates to Cartesian, angstrom. */
  public Vector3 toCartesian(Vector3 fractional) {
    double x = fractional.x();
    double y = fractional.y();
    double z = fractional.z();
    return new Vector3(
        x * a.x() + y * b.x() + z * c.x(),
        x * a.y() + y * b.y() + z * c.y(),
        x * a.z() + y * b.z() + z * c.z());
  }

  /** From Cartesian coordinates, angstrom, to fractional. */
  public Vector3 toFractional(Vector3 cartesian) {
    double determinant = a.dot(b.cross(c));
    return new Vector3(
        cartesian.dot(b.cross(c)) / determinant,
        cartesian.dot(c.cross(a)) / determinant,
        cartesian.dot(a.cross(b)) / determinant);
  }

  /** The reciprocal lattice without the factor of two pi, 1/angstrom. */
  public ReciprocalLattice reciprocal() {
    double determinant = a.dot(b.cross(c));
    return new ReciprocalLattice(
        b.cross(c).times(1 / determinant),
        c.cross(a).times(1 / determinant),
        a.cross(b).times(1 / determinant));
  }

  /** Every vector times {@code factor}. */
  public Lattice scaled(double factor) {
    return new Lattice(a.times(factor), b.times(factor), c.times(factor));
  }

  private static double angle(Vector3 u, Vector3 v) {
    double cosine = u.dot(v) / (u.length() * v.length());
    return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine))));
  }

  private static double cosDegrees(double degrees) {
    if (!(degrees > 0) || !(degrees < 180)) {
      throw new MatterException(
          MatterErrors.BAD_LATTICE, "a cell angle must lie between 0 and 180 degrees: " + degrees);
    }
    // exact for the angles that crystal systems fix
    if (degrees == 90) {
      return 0;
    }
    if (degrees == 120) {
      return -0.5;
    }
    if (degrees == 60) {
      return 0.5;
    }
    return Math.cos(Math.toRadians(degrees));
  }
}
