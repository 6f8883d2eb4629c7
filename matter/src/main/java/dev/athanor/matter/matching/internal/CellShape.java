package dev.athanor.matter.matching.internal;

import java.util.Optional;

/** Edges and angles of a cell, and the metric that belongs to them. */
final class CellShape {
  private final double[] lengths;
  private final double[] angles;

  private CellShape(double[] lengths, double[] angles) {
    this.lengths = lengths;
    this.angles = angles;
  }

  /** The shape of a cell given by its vectors. */
  static CellShape of(double[][] rows) {
    double[] lengths = new double[3];
    double[] angles = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      lengths[axis] = Math.sqrt(dot(rows[axis], rows[axis]));
    }
    for (int axis = 0; axis < 3; axis++) {
      int next = (axis + 1) % 3;
      int last = (axis + 2) % 3;
      double cosine = dot(rows[next], rows[last]) / (lengths[next] * lengths[last]);
      angles[axis] = Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine))));
    }
    return new CellShape(lengths, angles);
  }

  /** The mean of edges and angles. */
  CellShape mean(CellShape other) {
    double[] meanLengths = new double[3];
    double[] meanAngles = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      meanLengths[axis] = 0.5 * (lengths[axis] + other.lengths[axis]);
      meanAngles[axis] = 0.5 * (angles[axis] + other.angles[axis]);
    }
    return new CellShape(meanLengths, meanAngles);
  }

  /** Angstrom. */
  double length(int axis) {
    return lengths[axis];
  }

  /** Degrees: alpha, beta, gamma. */
  double angle(int axis) {
    return angles[axis];
  }

  /** Inner products of the cell vectors: 11, 22, 33, 23, 13, 12; empty where no cell closes. */
  Optional<double[]> metric() {
    double[] metric = new double[6];
    for (int axis = 0; axis < 3; axis++) {
      metric[axis] = lengths[axis] * lengths[axis];
      metric[3 + axis] =
          lengths[(axis + 1) % 3]
              * lengths[(axis + 2) % 3]
              * Math.cos(Math.toRadians(angles[axis]));
    }
    return determinant(metric) > 1e-9 * metric[0] * metric[1] * metric[2]
        ? Optional.of(metric)
        : Optional.empty();
  }

  /** The square of the volume. */
  static double determinant(double[] m) {
    return m[0] * (m[1] * m[2] - m[3] * m[3])
        - m[5] * (m[5] * m[2] - m[3] * m[4])
        + m[4] * (m[5] * m[3] - m[1] * m[4]);
  }

  /** Distance between the lattice planes that each axis crosses. */
  static double[] heights(double[] m) {
    double determinant = determinant(m);
    return new double[] {
      Math.sqrt(determinant / (m[1] * m[2] - m[3] * m[3])),
      Math.sqrt(determinant / (m[0] * m[2] - m[4] * m[4])),
      Math.sqrt(determinant / (m[0] * m[1] - m[5] * m[5]))
    };
  }

  /** Inner products of cell vectors, in the order of {@link #metric()}. */
  static double[] metric(double[][] rows) {
    return new double[] {
      dot(rows[0], rows[0]),
      dot(rows[1], rows[1]),
      dot(rows[2], rows[2]),
      dot(rows[1], rows[2]),
      dot(rows[0], rows[2]),
      dot(rows[0], rows[1])
    };
  }

  /** How many cells along each axis a sphere reaches. */
  static int[] reach(double[][] rows, double radius) {
    double[] heights = heights(metric(rows));
    return new int[] {
      (int) Math.floor(radius / heights[0] + 1e-9),
      (int) Math.floor(radius / heights[1] + 1e-9),
      (int) Math.floor(radius / heights[2] + 1e-9)
    };
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }
}
