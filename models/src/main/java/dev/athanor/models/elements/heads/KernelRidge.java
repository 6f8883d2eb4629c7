package dev.athanor.models.elements.heads;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Kernel ridge regression with the kernel {@code exp(-|x - y|_1 / width)}: the classical baseline
 * for properties of compositions. Time grows with the cube of the rows; not for more than some ten
 * thousand.
 */
public final class KernelRidge {
  private final List<float[]> rows;
  private final double[] coefficients;
  private final double width;
  private final double mean;

  private KernelRidge(List<float[]> rows, double[] coefficients, double width, double mean) {
    this.rows = rows;
    this.coefficients = coefficients;
    this.width = width;
    this.mean = mean;
  }

  /**
   * Fits to rows with targets and weights.
   *
   * @param rows features on one scale
   * @param width of the kernel, in units of the features' sum of differences
   * @param ridge added to the diagonal, divided by the row's weight
   */
  public static KernelRidge fit(
      List<float[]> rows, float[] targets, float[] weights, double width, double ridge) {
    int n = rows.size();
    double mean = 0;
    double total = 0;
    for (int i = 0; i < n; i++) {
      mean += weights[i] * targets[i];
      total += weights[i];
    }
    mean /= total;
    DMatrixRMaj kernel = new DMatrixRMaj(n, n);
    DMatrixRMaj right = new DMatrixRMaj(n, 1);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double value = Math.exp(-distance(rows.get(i), rows.get(j)) / width);
        kernel.unsafe_set(i, j, value);
        kernel.unsafe_set(j, i, value);
      }
      kernel.add(i, i, ridge / weights[i]);
      right.set(i, 0, targets[i] - mean);
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(n);
    if (!solver.setA(kernel)) {
      throw new IllegalStateException("the kernel matrix is not positive definite");
    }
    DMatrixRMaj solution = new DMatrixRMaj(n, 1);
    solver.solve(right, solution);
    return new KernelRidge(List.copyOf(rows), solution.getData(), width, mean);
  }

  /** The answer for one row. */
  public double predict(float[] row) {
    double sum = mean;
    for (int i = 0; i < coefficients.length; i++) {
      sum += coefficients[i] * Math.exp(-distance(rows.get(i), row) / width);
    }
    return sum;
  }

  private static double distance(float[] a, float[] b) {
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    return sum;
  }
}
