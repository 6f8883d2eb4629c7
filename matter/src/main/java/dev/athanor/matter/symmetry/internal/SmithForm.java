package dev.athanor.matter.symmetry.internal;

/**
 * Smith's normal form {@code U A V = D} of a whole-number matrix with three columns, for systems
 * {@code A p = b} modulo whole numbers.
 *
 * @see <a href="https://doi.org/10.1107/S0108767398010186">Grosse-Kunstleve, Acta Cryst. A55, 383
 *     (1999)</a>, section 4
 */
final class SmithForm {
  private final long[][] work;
  private final long[][] left;
  private final long[][] right = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

  SmithForm(int[][] matrix) {
    int rows = matrix.length;
    work = new long[rows][3];
    left = new long[rows][rows];
    for (int i = 0; i < rows; i++) {
      left[i][i] = 1;
      for (int j = 0; j < 3; j++) {
        work[i][j] = matrix[i][j];
      }
    }
    for (int k = 0; k < Math.min(3, rows); k++) {
      if (!bringPivot(k)) {
        break;
      }
      clear(k);
    }
  }

  /** The matrix {@code V D^+ U}, which gives one solution; its row {@code i} gives component i. */
  double[][] pseudoInverse() {
    int rows = work.length;
    double[][] result = new double[3][rows];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < rows; j++) {
        for (int k = 0; k < Math.min(3, rows); k++) {
          if (work[k][k] != 0) {
            result[i][j] += (double) (right[i][k] * left[k][j]) / work[k][k];
          }
        }
      }
    }
    return result;
  }

  private boolean bringPivot(int k) {
    int row = -1;
    int column = -1;
    for (int i = k; i < work.length; i++) {
      for (int j = k; j < 3; j++) {
        if (work[i][j] != 0 && (row < 0 || Math.abs(work[i][j]) < Math.abs(work[row][column]))) {
          row = i;
          column = j;
        }
      }
    }
    if (row < 0) {
      return false;
    }
    swapRows(k, row);
    swapColumns(k, column);
    return true;
  }

  /** Row and column k emptied, but for the pivot. Divisibility of the pivots is not needed here. */
  private void clear(int k) {
    boolean clean = false;
    while (!clean) {
      clean = true;
      for (int i = k + 1; i < work.length; i++) {
        subtractRow(i, k, Math.floorDiv(work[i][k], work[k][k]));
        if (work[i][k] != 0) {
          swapRows(i, k);
          clean = false;
        }
      }
      for (int j = k + 1; j < 3; j++) {
        subtractColumn(j, k, Math.floorDiv(work[k][j], work[k][k]));
        if (work[k][j] != 0) {
          swapColumns(j, k);
          clean = false;
        }
      }
    }
  }

  private void swapRows(int i, int k) {
    long[] w = work[i];
    work[i] = work[k];
    work[k] = w;
    long[] l = left[i];
    left[i] = left[k];
    left[k] = l;
  }

  private void swapColumns(int j, int k) {
    for (long[] row : work) {
      long swap = row[j];
      row[j] = row[k];
      row[k] = swap;
    }
    for (long[] row : right) {
      long swap = row[j];
      row[j] = row[k];
      row[k] = swap;
    }
  }

  private void subtractRow(int i, int k, long factor) {
    for (int j = 0; j < 3; j++) {
      work[i][j] -= factor * work[k][j];
    }
    for (int j = 0; j < left.length; j++) {
      left[i][j] -= factor * left[k][j];
    }
  }

  private void subtractColumn(int j, int k, long factor) {
    for (long[] row : work) {
      row[j] -= factor * row[k];
    }
    for (long[] row : right) {
      row[j] -= factor * row[k];
    }
  }
}
