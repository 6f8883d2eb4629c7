package dev.athanor.models.diffspectra.diffusion;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * The rotation that lays one cloud of points onto another.
 *
 * <p>{@code R = argmin sum_i |q_i - R p_i|^2} over proper rotations: with {@code P^T Q = U S V^T},
 * {@code R = V diag(1, 1, det(V U^T)) U^T}. Both clouds must have the same centre. Where the points
 * lie on a line or in one place, one of many best rotations is given. It never mirrors; a molecule
 * and its mirror image stay apart.
 *
 * @see <a href="https://doi.org/10.1107/S0567739476001873">Kabsch, Acta Cryst. A 32, 922 (1976)</a>
 */
public final class Kabsch {
  private Kabsch() {}

  /**
   * The rotation, row by row.
   *
   * @param from points, x y z one after the other
   * @param onto as many points
   * @return 9 numbers; apply with {@link #rotate}
   */
  public static double[] rotation(double[] from, double[] onto) {
    if (from.length != onto.length || from.length % 3 != 0) {
      throw new IllegalArgumentException("both clouds need the same points");
    }
    DMatrixRMaj covariance = new DMatrixRMaj(3, 3);
    for (int i = 0; i < from.length; i += 3) {
      for (int row = 0; row < 3; row++) {
        for (int column = 0; column < 3; column++) {
          covariance.add(row, column, from[i + row] * onto[i + column]);
        }
      }
    }
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(3, 3, true, true, true);
    if (!svd.decompose(covariance)) {
      throw new IllegalArgumentException("the points are not finite");
    }
    DMatrixRMaj u = svd.getU(null, false);
    DMatrixRMaj v = svd.getV(null, false);
    double handedness = Math.signum(CommonOps_DDRM.det(u) * CommonOps_DDRM.det(v));
    int least = smallest(svd.getSingularValues());
    double[] rotation = new double[9];
    for (int k = 0; k < 3; k++) {
      double sign = k == least ? handedness : 1;
      for (int row = 0; row < 3; row++) {
        for (int column = 0; column < 3; column++) {
          rotation[3 * row + column] += sign * v.get(row, k) * u.get(column, k);
        }
      }
    }
    return rotation;
  }

  /** EJML does not sort singular values. */
  private static int smallest(double[] values) {
    int least = 0;
    for (int k = 1; k < 3; k++) {
      least = values[k] < values[least] ? k : least;
    }
    return least;
  }

  /** The points turned by a rotation. */
  public static double[] rotate(double[] rotation, double[] points) {
    double[] turned = new double[points.length];
    for (int i = 0; i < points.length; i += 3) {
      for (int row = 0; row < 3; row++) {
        turned[i + row] =
            rotation[3 * row] * points[i]
                + rotation[3 * row + 1] * points[i + 1]
                + rotation[3 * row + 2] * points[i + 2];
      }
    }
    return turned;
  }
}
