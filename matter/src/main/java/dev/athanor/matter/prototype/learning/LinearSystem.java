package dev.athanor.matter.prototype.learning;

/** Gaussian elimination with row exchange for one small dense system. */
final class LinearSystem {
  private LinearSystem() {}

  /** The solution of {@code rows} given as n rows of n coefficients and one right-hand side. */
  static double[] solve(double[][] rows) {
    int n = rows.length;
    for (int pivot = 0; pivot < n; pivot++) {
      int best = pivot;
      for (int row = pivot + 1; row < n; row++) {
        if (Math.abs(rows[row][pivot]) > Math.abs(rows[best][pivot])) {
          best = row;
        }
      }
      double[] swap = rows[best];
      rows[best] = rows[pivot];
      rows[pivot] = swap;
      for (int row = pivot + 1; row < n; row++) {
        double factor = rows[row][pivot] / swap[pivot];
        for (int column = pivot; factor != 0 && column <= n; column++) {
          rows[row][column] -= factor * swap[column];
        }
      }
    }
    double[] solution = new double[n];
    for (int row = n - 1; row >= 0; row--) {
      double sum = rows[row][n];
      for (int column = row + 1; column < n; column++) {
        sum -= rows[row][column] * solution[column];
      }
      solution[row] = sum / rows[row][row];
    }
    return solution;
  }
}
