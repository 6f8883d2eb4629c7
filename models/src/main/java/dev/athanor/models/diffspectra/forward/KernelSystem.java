package dev.athanor.models.diffspectra.forward;

import java.util.List;

/**
 * Kernel ridge regression of many targets at once, with the residuals that leaving out would give.
 *
 * <p>{@code (K + r 1) a = z} by Cholesky factors, row by row in single precision, in blocks of
 * columns; with {@code A = K + r 1}, the residual of row i when it is left out is {@code a_i /
 * (A^-1)_ii}. Time grows with the cube of the rows: some two minutes for ten thousand.
 */
final class KernelSystem {
  private static final int BLOCK = 64;
  private static final int ROWS = 32;
  private static final int WIDTH = 1024;

  private final float[][] lower;

  private KernelSystem(float[][] lower) {
    this.lower = lower;
  }

  /** Factors of the kernel between all sets, with {@code ridge} on the diagonal. */
  static KernelSystem factor(FragmentKernel kernel, List<int[]> sets, double ridge) {
    int size = sets.size();
    float[][] lower = new float[size][];
    for (int i = 0; i < size; i++) {
      lower[i] = java.util.Arrays.copyOf(kernel.to(sets.get(i)), i + 1);
      lower[i][i] += (float) ridge;
    }
    for (int start = 0; start < size; start += BLOCK) {
      int end = Math.min(size, start + BLOCK);
      factorBlock(lower, start, end);
      updateRest(lower, start, end);
    }
    return new KernelSystem(lower);
  }

  /** Solves for rows of targets; these are overwritten by the coefficients. */
  void solve(float[][] rows) {
    for (int i = 0; i < rows.length; i++) {
      subtract(rows[i], lower[i], rows, 0, i);
      scale(rows[i], 1 / lower[i][i]);
    }
    for (int k = rows.length - 1; k >= 0; k--) {
      scale(rows[k], 1 / lower[k][k]);
      for (int i = 0; i < k; i++) {
        add(rows[i], -lower[k][i], rows[k], rows[k].length);
      }
    }
  }

  /** The diagonal of the inverse of kernel and ridge. */
  double[] inverseDiagonal() {
    int size = lower.length;
    double[] diagonal = new double[size];
    float[][] inverse = new float[size][];
    for (int start = 0; start < size; start += ROWS) {
      int end = Math.min(size, start + ROWS);
      for (int i = start; i < end; i++) {
        inverse[i] = new float[i + 1];
        inverse[i][i] = 1;
      }
      for (int tile = 0; tile < start; tile += WIDTH) {
        eliminate(inverse, tile, start, end);
      }
      for (int i = start; i < end; i++) {
        for (int k = start; k < i; k++) {
          add(inverse[i], -lower[i][k], inverse[k], k + 1);
        }
        scale(inverse[i], 1 / lower[i][i]);
        for (int j = 0; j <= i; j++) {
          diagonal[j] += (double) inverse[i][j] * inverse[i][j];
        }
      }
    }
    return diagonal;
  }

  /** Takes the finished rows before {@code start} off some rows, in the columns of a tile. */
  private void eliminate(float[][] inverse, int tile, int start, int end) {
    // a finished row k ends at column k: rows inside the tile are taken one by one
    int whole = Math.min(start, tile + WIDTH);
    for (int k = tile; k < whole; k++) {
      for (int i = start; i < end; i++) {
        float factor = lower[i][k];
        for (int j = tile; j <= k; j++) {
          inverse[i][j] -= factor * inverse[k][j];
        }
      }
    }
    int k = whole;
    for (; k + 3 < start; k += 4) {
      for (int i = start; i < end; i++) {
        float[] factors = lower[i];
        update(
            inverse[i],
            0,
            tile,
            whole,
            inverse[k],
            inverse[k + 1],
            inverse[k + 2],
            inverse[k + 3],
            factors[k],
            factors[k + 1],
            factors[k + 2],
            factors[k + 3]);
      }
    }
    for (; k < start; k++) {
      for (int i = start; i < end; i++) {
        float factor = lower[i][k];
        for (int j = tile; j < whole; j++) {
          inverse[i][j] -= factor * inverse[k][j];
        }
      }
    }
  }

  private static void factorBlock(float[][] lower, int start, int end) {
    for (int i = start; i < lower.length; i++) {
      float[] row = lower[i];
      for (int j = start; j < Math.min(end, i + 1); j++) {
        double sum = row[j];
        for (int k = start; k < j; k++) {
          sum -= (double) row[k] * lower[j][k];
        }
        if (i == j) {
          if (!(sum > 0)) {
            throw new IllegalStateException("the kernel is not positive definite");
          }
          row[j] = (float) Math.sqrt(sum);
        } else {
          row[j] = (float) (sum / lower[j][j]);
        }
      }
    }
  }

  private static void updateRest(float[][] lower, int start, int end) {
    int size = lower.length;
    float[][] columns = new float[end - start][size - end];
    for (int i = end; i < size; i++) {
      for (int k = start; k < end; k++) {
        columns[k - start][i - end] = lower[i][k];
      }
    }
    for (int tile = 0; tile < size - end; tile += WIDTH) {
      for (int i = end + tile; i < size; i++) {
        int last = Math.min(tile + WIDTH, i - end + 1);
        int k = 0;
        for (; k + 3 < columns.length; k += 4) {
          float a = lower[i][start + k];
          float b = lower[i][start + k + 1];
          float c = lower[i][start + k + 2];
          float d = lower[i][start + k + 3];
          update(
              lower[i],
              end,
              tile,
              last,
              columns[k],
              columns[k + 1],
              columns[k + 2],
              columns[k + 3],
              a,
              b,
              c,
              d);
        }
        for (; k < columns.length; k++) {
          float a = lower[i][start + k];
          for (int j = tile; j < last; j++) {
            lower[i][end + j] -= a * columns[k][j];
          }
        }
      }
    }
  }

  private static void update(
      float[] row,
      int shift,
      int from,
      int to,
      float[] p,
      float[] q,
      float[] r,
      float[] s,
      float a,
      float b,
      float c,
      float d) {
    for (int j = from; j < to; j++) {
      row[shift + j] -= a * p[j] + b * q[j] + c * r[j] + d * s[j];
    }
  }

  private static void subtract(float[] target, float[] factors, float[][] rows, int from, int to) {
    for (int k = from; k < to; k++) {
      add(target, -factors[k], rows[k], target.length);
    }
  }

  private static void add(float[] target, float factor, float[] other, int count) {
    for (int j = 0; j < count; j++) {
      target[j] += factor * other[j];
    }
  }

  private static void scale(float[] row, float factor) {
    for (int j = 0; j < row.length; j++) {
      row[j] *= factor;
    }
  }
}
