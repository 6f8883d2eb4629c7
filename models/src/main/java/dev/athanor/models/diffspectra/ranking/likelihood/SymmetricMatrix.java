package dev.athanor.models.diffspectra.ranking.likelihood;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/** A covariance stored as its lower half, row by row. */
public final class SymmetricMatrix {
  private SymmetricMatrix() {}

  /** Numbers of the lower half of a matrix of this size. */
  public static int length(int size) {
    return size * (size + 1) / 2;
  }

  /** Where a pair stands in the lower half. */
  static int index(int i, int j) {
    return i >= j ? i * (i + 1) / 2 + j : j * (j + 1) / 2 + i;
  }

  /** Rows and columns of the given numbers. */
  public static DMatrixRMaj part(float[] half, int[] rows, int[] columns) {
    DMatrixRMaj part = new DMatrixRMaj(rows.length, columns.length);
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        part.unsafe_set(i, j, half[index(rows[i], columns[j])]);
      }
    }
    return part;
  }

  /** {@code L} with {@code L L^T} the inverse's inverse: the lower Cholesky factor of a matrix. */
  static DMatrixRMaj choleskyFactor(DMatrixRMaj matrix) {
    CholeskyDecomposition_F64<DMatrixRMaj> cholesky =
        DecompositionFactory_DDRM.chol(matrix.getNumRows(), true);
    if (!cholesky.decompose(matrix.copy())) {
      throw new IllegalStateException("a covariance is not positive definite");
    }
    return cholesky.getT(null);
  }

  /**
   * The inverse of the lower Cholesky factor: what makes residuals independent and of variance 1.
   */
  static DMatrixRMaj whitening(DMatrixRMaj covariance) {
    DMatrixRMaj factor = choleskyFactor(covariance);
    CommonOps_DDRM.invert(factor);
    return factor;
  }
}
