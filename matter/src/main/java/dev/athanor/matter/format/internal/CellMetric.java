package dev.athanor.matter.format.internal;

import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.symmetry.SymmetryOperation;

/**
 * The metric tensor {@code G} of a cell (inner products of its vectors, square angstrom): lengths
 * of fractional vectors, and whether an operation keeps them.
 */
final class CellMetric {
  private final double[] g;

  private CellMetric(double[] g) {
    this.g = g;
  }

  static CellMetric of(Lattice lattice) {
    Vector3[] rows = {lattice.a(), lattice.b(), lattice.c()};
    double[] g = new double[9];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        g[3 * i + j] = rows[i].dot(rows[j]);
      }
    }
    return new CellMetric(g);
  }

  /**
   * How much an operation deforms the cell: the largest entry of {@code W^T G W - G}, relative to
   * the lengths of the two vectors that it belongs to; about half of it is a relative length.
   */
  double strainUnder(SymmetryOperation operation) {
    double largest = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = i; j < 3; j++) {
        double image = 0;
        for (int k = 0; k < 3; k++) {
          for (int l = 0; l < 3; l++) {
            image += operation.rotation(k, i) * g[3 * k + l] * operation.rotation(l, j);
          }
        }
        double scale = Math.sqrt(g[4 * i] * g[4 * j]);
        largest = Math.max(largest, Math.abs(image - g[3 * i + j]) / scale);
      }
    }
    return largest / 2;
  }

  /**
   * Squared distance, square angstrom, between two places given by the difference of their
   * fractional coordinates, which is moved to the nearest image component by component; right for
   * distances well below half the shortest cell height.
   */
  double squaredDistance(double dx, double dy, double dz) {
    double x = dx - Math.rint(dx);
    double y = dy - Math.rint(dy);
    double z = dz - Math.rint(dz);
    return x * (g[0] * x + 2 * (g[1] * y + g[2] * z))
        + y * (g[4] * y + 2 * g[5] * z)
        + g[8] * z * z;
  }
}
