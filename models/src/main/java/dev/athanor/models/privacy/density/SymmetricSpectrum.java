package dev.athanor.models.privacy.density;

import java.util.Comparator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Eigenvalues of a symmetric matrix, largest first, and their vectors as columns.
 *
 * @param values largest first
 * @param vectors orthonormal columns in the same order
 */
@SuppressWarnings("ArrayRecordComponent") // passed on within a computation, never compared
record SymmetricSpectrum(double[] values, DMatrixRMaj vectors) {
  static SymmetricSpectrum of(DMatrixRMaj matrix) {
    int size = matrix.getNumRows();
    EigenDecomposition_F64<DMatrixRMaj> decomposition =
        DecompositionFactory_DDRM.eig(size, true, true);
    if (!decomposition.decompose(matrix.copy())) {
      throw new IllegalStateException("a symmetric matrix has no eigenvalues");
    }
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -decomposition.getEigenvalue(i).real))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = new double[size];
    DMatrixRMaj vectors = new DMatrixRMaj(size, size);
    for (int k = 0; k < size; k++) {
      values[k] = decomposition.getEigenvalue(order[k]).real;
      CommonOps_DDRM.insert(decomposition.getEigenVector(order[k]), vectors, 0, k);
    }
    return new SymmetricSpectrum(values, vectors);
  }

  /** The matrix with another value in place of each eigenvalue. */
  DMatrixRMaj mapped(DoubleUnaryOperator function) {
    int size = values.length;
    DMatrixRMaj scaled = vectors.copy();
    for (int k = 0; k < size; k++) {
      double value = function.applyAsDouble(values[k]);
      for (int i = 0; i < size; i++) {
        scaled.unsafe_set(i, k, scaled.unsafe_get(i, k) * value);
      }
    }
    DMatrixRMaj result = new DMatrixRMaj(size, size);
    CommonOps_DDRM.multTransB(scaled, vectors, result);
    return result;
  }
}
