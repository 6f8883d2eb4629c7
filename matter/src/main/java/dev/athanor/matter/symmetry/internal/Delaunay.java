package dev.athanor.matter.symmetry.internal;

/**
 * Delaunay reduction: the four vectors a, b, c and -(a + b + c) are changed until no two of them
 * enclose less than 90 degrees; of them and their sums the shortest independent ones are taken.
 */
public final class Delaunay {
  private static final int MAX_STEPS = 10_000;
  private static final double SAME_LENGTH = 1e-10;

  private Delaunay() {}

  /**
   * The change of basis to the reduced cell, determinant 1.
   *
   * @param rows cell vectors
   * @param tolerance square angstrom, up to which a scalar product counts as not positive
   */
  public static int[] reduce(double[] rows, double tolerance) {
    int[][] four = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {-1, -1, -1}};
    double[] metric = Matrices.metric(rows);
    for (int step = 0; step < MAX_STEPS; step++) {
      if (!advance(four, metric, tolerance)) {
        break;
      }
    }
    return shortest(
        new int[][] {
          four[0],
          four[1],
          four[2],
          four[3],
          sum(four[0], four[1]),
          sum(four[1], four[2]),
          sum(four[2], four[0])
        },
        metric);
  }

  /**
   * The change of basis that replaces the two cell vectors beside {@code unique} by the shortest
   * ones of their plane; determinant 1.
   */
  public static int[] reducePlane(double[] rows, int unique, double tolerance) {
    double[] metric = Matrices.metric(rows);
    int first = unique == 0 ? 1 : 0;
    int second = unique == 2 ? 1 : 2;
    int[][] three = new int[3][3];
    three[0][first] = 1;
    three[1][second] = 1;
    three[2][first] = -1;
    three[2][second] = -1;
    for (int step = 0; step < MAX_STEPS; step++) {
      if (!advancePlane(three, metric, tolerance)) {
        break;
      }
    }
    int[][] sorted = {three[0], three[1], three[2], sum(three[0], three[1])};
    sortByLength(sorted, metric);
    int[] change = new int[9];
    change[4 * unique] = 1;
    for (int next = 1; next < 4; next++) {
      System.arraycopy(sorted[0], 0, change, 3 * first, 3);
      System.arraycopy(sorted[next], 0, change, 3 * second, 3);
      int determinant = Matrices.determinant(change);
      if (determinant != 0) {
        change[4 * unique] = determinant;
        return change;
      }
    }
    return new int[] {1, 0, 0, 0, 1, 0, 0, 0, 1};
  }

  private static boolean advance(int[][] four, double[] metric, double tolerance) {
    for (int i = 0; i < 3; i++) {
      for (int j = i + 1; j < 4; j++) {
        if (dot(four[i], four[j], metric) > tolerance) {
          for (int k = 0; k < 4; k++) {
            if (k != i && k != j) {
              four[k] = sum(four[k], four[i]);
            }
          }
          four[i] = negative(four[i]);
          return true;
        }
      }
    }
    return false;
  }

  private static boolean advancePlane(int[][] three, double[] metric, double tolerance) {
    for (int i = 0; i < 2; i++) {
      for (int j = i + 1; j < 3; j++) {
        if (dot(three[i], three[j], metric) > tolerance) {
          int k = 3 - i - j;
          three[k] = sum(three[k], sum(three[i], three[i]));
          three[i] = negative(three[i]);
          return true;
        }
      }
    }
    return false;
  }

  private static int[] shortest(int[][] vectors, double[] metric) {
    sortByLength(vectors, metric);
    int[] change = new int[9];
    System.arraycopy(vectors[0], 0, change, 0, 3);
    for (int second = 1; second < vectors.length; second++) {
      if (parallel(vectors[0], vectors[second])) {
        continue;
      }
      System.arraycopy(vectors[second], 0, change, 3, 3);
      for (int third = second + 1; third < vectors.length; third++) {
        System.arraycopy(vectors[third], 0, change, 6, 3);
        int determinant = Matrices.determinant(change);
        if (Math.abs(determinant) == 1) {
          for (int i = 0; i < 9; i++) {
            change[i] *= determinant;
          }
          return change;
        }
      }
    }
    throw new IllegalStateException("the reduced vectors span no cell");
  }

  /** Stable, so that vectors of equal length keep their order whatever rounding does. */
  private static void sortByLength(int[][] vectors, double[] metric) {
    for (int pass = 1; pass < vectors.length; pass++) {
      for (int j = 0; j + 1 < vectors.length; j++) {
        double here = dot(vectors[j], vectors[j], metric);
        double next = dot(vectors[j + 1], vectors[j + 1], metric);
        if (here > next + SAME_LENGTH) {
          int[] swap = vectors[j];
          vectors[j] = vectors[j + 1];
          vectors[j + 1] = swap;
        }
      }
    }
  }

  private static boolean parallel(int[] u, int[] v) {
    return u[1] * v[2] == u[2] * v[1] && u[2] * v[0] == u[0] * v[2] && u[0] * v[1] == u[1] * v[0];
  }

  private static double dot(int[] u, int[] v, double[] metric) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        sum += u[i] * metric[3 * i + j] * v[j];
      }
    }
    return sum;
  }

  private static int[] sum(int[] u, int[] v) {
    return new int[] {u[0] + v[0], u[1] + v[1], u[2] + v[2]};
  }

  private static int[] negative(int[] u) {
    return new int[] {-u[0], -u[1], -u[2]};
  }
}
