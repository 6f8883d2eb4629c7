package dev.athanor.matter.symmetry;

import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.symmetry.internal.Matrices;

/**
 * The way from the cell of a crystal to its standard conventional cell: {@code x_standard = M x +
 * p} in fractional coordinates. The vectors of the given cell are those of the standard one times
 * {@code M}: {@code (a, b, c) = (a', b', c') M}, apart from the idealisation of the lattice.
 */
public final class StandardTransformation {
  private final double[] matrix;
  private final Vector3 originShift;

  StandardTransformation(double[] matrix, Vector3 originShift) {
    this.matrix = matrix.clone();
    this.originShift = originShift;
  }

  /** Entry of {@code M}, row and column from 0; a fraction of small whole numbers. */
  public double entry(int row, int column) {
    return matrix[3 * row + column];
  }

  /** The shift {@code p}. */
  public Vector3 originShift() {
    return originShift;
  }

  /** Coordinates in the standard cell; not moved into it. */
  public Vector3 toStandard(Vector3 point) {
    return times(matrix, point).plus(originShift);
  }

  /** Coordinates in the given cell; not moved into it. */
  public Vector3 fromStandard(Vector3 point) {
    return times(Matrices.inverse(matrix), point.minus(originShift));
  }

  private static Vector3 times(double[] m, Vector3 v) {
    return new Vector3(
        m[0] * v.x() + m[1] * v.y() + m[2] * v.z(),
        m[3] * v.x() + m[4] * v.y() + m[5] * v.z(),
        m[6] * v.x() + m[7] * v.y() + m[8] * v.z());
  }
}
