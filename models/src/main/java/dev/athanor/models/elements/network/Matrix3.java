package dev.athanor.models.elements.network;

/** Products and inverses of 3 x 3 matrices, rows first. */
final class Matrix3 {
  private Matrix3() {}

  static double[][] product(double[][] a, double[][] b) {
    double[][] result = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < 3; k++) {
          result[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return result;
  }

  static double[][] transpose(double[][] m) {
    return new double[][] {
      {m[0][0], m[1][0], m[2][0]}, {m[0][1], m[1][1], m[2][1]}, {m[0][2], m[1][2], m[2][2]}
    };
  }

  /** By cofactors; not for singular matrices. */
  static double[][] inverse(double[][] m) {
    double[][] result = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        int r = (j + 1) % 3;
        int s = (j + 2) % 3;
        int c = (i + 1) % 3;
        int d = (i + 2) % 3;
        result[i][j] = m[r][c] * m[s][d] - m[r][d] * m[s][c];
      }
    }
    double determinant = m[0][0] * result[0][0] + m[0][1] * result[1][0] + m[0][2] * result[2][0];
    for (double[] row : result) {
      for (int j = 0; j < 3; j++) {
        row[j] /= determinant;
      }
    }
    return result;
  }
}
