package dev.athanor.matter.crystal;

/**
 * Three numbers: a position or a direction, in whichever basis the context says (fractional, or
 * Cartesian in angstrom).
 */
public record Vector3(double x, double y, double z) {
  /** The origin. */
  public static final Vector3 ZERO = new Vector3(0, 0, 0);

  /** Sum, component by component. */
  public Vector3 plus(Vector3 other) {
    return new Vector3(x + other.x, y + other.y, z + other.z);
  }

  /** Difference, component by component. */
  public Vector3 minus(Vector3 other) {
    return new Vector3(x - other.x, y - other.y, z - other.z);
  }

  /** Every component times {@code factor}. */
  public Vector3 times(double factor) {
    return new Vector3(x * factor, y * factor, z * factor);
  }

  /** Inner product. */
  public double dot(Vector3 other) {
    return x * other.x + y * other.y + z * other.z;
  }

  /** Outer product. */
  public Vector3 cross(Vector3 other) {
    return new Vector3(
        y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  /** Euclidean length. */
  public double length() {
    return Math.sqrt(dot(this));
  }

  /** True when no component is infinite or not a number. */
  public boolean isFinite() {
    return Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(z);
  }

  /** Every component moved into [0, 1); for fractional coordinates. */
  public Vector3 wrapped() {
    return new Vector3(wrap(x), wrap(y), wrap(z));
  }

  private static double wrap(double value) {
    double wrapped = value - Math.floor(value);
    return wrapped >= 1 ? 0 : wrapped;
  }
}
