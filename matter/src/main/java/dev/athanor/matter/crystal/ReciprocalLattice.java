package dev.athanor.matter.crystal;

/**
 * The three vectors that are inverse to a cell, without the factor of two pi: {@code a . a* = 1},
 * {@code a . b* = 0}; Cartesian, 1/angstrom. The length of {@code a*} is one over the distance of
 * the lattice planes that b and c span.
 *
 * <p>Not a {@link Lattice}: the inverse of a cell that is large or skewed, yet sound, may be
 * smaller or more skewed than any cell of a crystal is allowed to be.
 *
 * @param a vector across b and c
 * @param b vector across c and a
 * @param c vector across a and b
 */
public record ReciprocalLattice(Vector3 a, Vector3 b, Vector3 c) {
  /** The vector {@code h a* + k b* + l c*}, 1/angstrom. */
  public Vector3 toCartesian(Vector3 indices) {
    return a.times(indices.x()).plus(b.times(indices.y())).plus(c.times(indices.z()));
  }

  /** The rows as a fresh 3 x 3 array: the columns of the inverse of the cell's rows. */
  public double[][] rows() {
    return new double[][] {{a.x(), a.y(), a.z()}, {b.x(), b.y(), b.z()}, {c.x(), c.y(), c.z()}};
  }
}
