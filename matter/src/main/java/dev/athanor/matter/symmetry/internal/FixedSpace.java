package dev.athanor.matter.symmetry.internal;

import dev.athanor.matter.symmetry.SymmetryOperation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A point, line, plane or the whole of space, modulo lattice translations: all {@code x} with
 * {@code E x = e} modulo whole numbers.
 *
 * <p>The rows of {@code E} are a basis of all whole-number functionals that are constant on it, in
 * Hermite's normal form, so that equal spaces are equal objects. The right-hand side is kept
 * exactly, in multiples of 1/{@value #UNIT}.
 */
public final class FixedSpace {
  /** Right-hand sides are multiples of one over this. */
  static final int UNIT = 60_480;

  /** How many of these units make the unit of translations of operations. */
  public static final int PER_TRANSLATION = UNIT / SymmetryOperation.DENOMINATOR;

  private final int[][] rows;
  private final int[] values;

  private FixedSpace(int[][] rows, int[] values) {
    this.rows = rows;
    this.values = values;
  }

  /** The whole of space. */
  static FixedSpace everywhere() {
    return new FixedSpace(new int[0][3], new int[0]);
  }

  /**
   * The solutions of {@code A x = b} modulo whole numbers: none, one or several parallel spaces.
   *
   * @param right multiples of 1/{@value #UNIT}
   */
  static List<FixedSpace> solutions(int[][] left, int[] right) {
    Diagonal diagonal = new Diagonal(left, right);
    List<int[]> partial = new ArrayList<>();
    partial.add(new int[0]);
    for (int i = 0; i < diagonal.rank; i++) {
      long pivot = Math.abs(diagonal.work[i][i]);
      long value = diagonal.right[i] * Long.signum(diagonal.work[i][i]);
      List<int[]> longer = new ArrayList<>();
      for (int[] chosen : partial) {
        for (long turn = 0; turn < pivot; turn++) {
          long numerator = value + turn * UNIT;
          if (numerator % pivot != 0) {
            throw new IllegalStateException("a fraction with an unheard-of denominator");
          }
          int[] extended = Arrays.copyOf(chosen, i + 1);
          extended[i] = (int) Math.floorMod(numerator / pivot, (long) UNIT);
          longer.add(extended);
        }
      }
      partial = longer;
    }
    for (int i = diagonal.rank; i < left.length; i++) {
      if (Math.floorMod(diagonal.right[i], (long) UNIT) != 0) {
        return List.of();
      }
    }
    List<FixedSpace> found = new ArrayList<>();
    for (int[] chosen : partial) {
      found.add(normal(diagonal.functionals(), chosen));
    }
    return found;
  }

  /** All points {@code A p + t}, the translation in multiples of 1/{@value #UNIT}. */
  static FixedSpace spannedBy(int[] coefficients, int[] translation) {
    int[] transposed = Matrices.transpose(coefficients);
    int[][] columns = new int[3][];
    for (int i = 0; i < 3; i++) {
      columns[i] = Arrays.copyOfRange(transposed, 3 * i, 3 * i + 3);
    }
    List<int[]> constant = new Diagonal(columns, new int[3]).kernel();
    int[] values = new int[constant.size()];
    for (int i = 0; i < values.length; i++) {
      long value = 0;
      for (int k = 0; k < 3; k++) {
        value += (long) constant.get(i)[k] * translation[k];
      }
      values[i] = (int) Math.floorMod(value, (long) UNIT);
    }
    return normal(constant.toArray(new int[0][]), values);
  }

  /** What this and another space have in common. */
  List<FixedSpace> intersection(FixedSpace other) {
    int[][] left = new int[rows.length + other.rows.length][];
    int[] right = new int[left.length];
    for (int i = 0; i < left.length; i++) {
      boolean mine = i < rows.length;
      left[i] = mine ? rows[i] : other.rows[i - rows.length];
      right[i] = mine ? values[i] : other.values[i - rows.length];
    }
    return solutions(left, right);
  }

  /** The image under {@code x' = W x + w}, the translation in multiples of 1/{@value #UNIT}. */
  FixedSpace image(int[] rotation, int[] translation) {
    int[] inverse = Matrices.adjugate(rotation);
    int sign = Matrices.determinant(rotation);
    int[][] moved = new int[rows.length][3];
    int[] shifted = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      long value = values[i];
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < 3; k++) {
          moved[i][j] += sign * rows[i][k] * inverse[3 * k + j];
        }
        value += (long) moved[i][j] * translation[j];
      }
      shifted[i] = (int) Math.floorMod(value, (long) UNIT);
    }
    return normal(moved, shifted);
  }

  /**
   * Coordinates of the points in parameters that are named after the first coordinate they move:
   * nine coefficients, row by row, then the constant parts in multiples of 1/{@value #UNIT}.
   */
  public int[] parametrised() {
    List<int[]> directions = new Diagonal(rows, new int[rows.length]).kernel();
    int[] result = new int[12];
    int[][] left = Arrays.copyOf(rows, 3);
    int[] right = Arrays.copyOf(values, 3);
    int next = 0;
    for (int axis = 0; axis < 3 && next < directions.size(); axis++) {
      if (echelon(directions, next, axis)) {
        for (int k = 0; k < 3; k++) {
          result[3 * k + axis] = directions.get(next)[k];
        }
        left[rows.length + next] = new int[3];
        left[rows.length + next][axis] = 1;
        next++;
      }
    }
    int[] best = null;
    for (FixedSpace point : solutions(left, right)) {
      if (best == null || Arrays.compare(point.values, best) < 0) {
        best = point.values;
      }
    }
    System.arraycopy(best, 0, result, 9, 3);
    return result;
  }

  /** Leaves one vector from {@code from} on that moves the axis, the first; false if none does. */
  private static boolean echelon(List<int[]> vectors, int from, int axis) {
    for (int i = from + 1; i < vectors.size(); i++) {
      while (vectors.get(i)[axis] != 0) {
        int[] first = vectors.get(from);
        int[] other = vectors.get(i);
        int factor = Math.floorDiv(first[axis], other[axis]);
        for (int k = 0; k < 3; k++) {
          first[k] -= factor * other[k];
        }
        vectors.set(from, other);
        vectors.set(i, first);
      }
    }
    int[] pivot = vectors.get(from);
    if (pivot[axis] == 0) {
      return false;
    }
    if (pivot[axis] < 0) {
      for (int k = 0; k < 3; k++) {
        pivot[k] = -pivot[k];
      }
    }
    for (int i = 0; i < from; i++) {
      int[] earlier = vectors.get(i);
      int factor = Math.floorDiv(earlier[axis], pivot[axis]);
      for (int k = 0; k < 3; k++) {
        earlier[k] -= factor * pivot[k];
      }
    }
    return true;
  }

  /** 0 for a point, up to 3 for the whole of space. */
  public int dimension() {
    return 3 - rows.length;
  }

  /** How far from the space a point is: the largest mismatch of its equations, in fractions. */
  public double mismatch(double x, double y, double z) {
    double worst = 0;
    for (int i = 0; i < rows.length; i++) {
      double d = rows[i][0] * x + rows[i][1] * y + rows[i][2] * z - (double) values[i] / UNIT;
      worst = Math.max(worst, Math.abs(d - Math.rint(d)));
    }
    return worst;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FixedSpace that
        && Arrays.deepEquals(rows, that.rows)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.deepHashCode(rows) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.deepToString(rows) + " x = " + Arrays.toString(values) + " / " + UNIT;
  }

  /** Hermite's normal form: pivots positive, entries above them from 0 to below the pivot. */
  private static FixedSpace normal(int[][] givenRows, int[] givenValues) {
    int[][] r = new int[givenRows.length][];
    for (int i = 0; i < r.length; i++) {
      r[i] = givenRows[i].clone();
    }
    int[] v = givenValues.clone();
    int next = 0;
    for (int column = 0; column < 3 && next < r.length; column++) {
      next = eliminate(r, v, column, next);
    }
    return new FixedSpace(r, v);
  }

  private static int eliminate(int[][] r, int[] v, int column, int next) {
    while (true) {
      int smallest = -1;
      int others = 0;
      for (int i = next; i < r.length; i++) {
        if (r[i][column] != 0) {
          others++;
          if (smallest < 0 || Math.abs(r[i][column]) < Math.abs(r[smallest][column])) {
            smallest = i;
          }
        }
      }
      if (smallest < 0) {
        return next;
      }
      swap(r, v, next, smallest);
      if (r[next][column] < 0) {
        negate(r, v, next);
      }
      if (others == 1) {
        for (int i = 0; i < next; i++) {
          subtract(r, v, i, next, Math.floorDiv(r[i][column], r[next][column]));
        }
        return next + 1;
      }
      for (int i = next + 1; i < r.length; i++) {
        subtract(r, v, i, next, Math.floorDiv(r[i][column], r[next][column]));
      }
    }
  }

  private static void swap(int[][] r, int[] v, int i, int j) {
    int[] row = r[i];
    r[i] = r[j];
    r[j] = row;
    int value = v[i];
    v[i] = v[j];
    v[j] = value;
  }

  private static void negate(int[][] r, int[] v, int i) {
    for (int k = 0; k < 3; k++) {
      r[i][k] = -r[i][k];
    }
    v[i] = Math.floorMod(-v[i], UNIT);
  }

  private static void subtract(int[][] r, int[] v, int i, int j, int factor) {
    for (int k = 0; k < 3; k++) {
      r[i][k] -= factor * r[j][k];
    }
    v[i] = (int) Math.floorMod(v[i] - (long) factor * v[j], (long) UNIT);
  }

  /** {@code U A V} diagonal, with the right-hand side and the functionals {@code V^-1}. */
  private static final class Diagonal {
    private final long[][] work;
    private final long[] right;

    /** The inverse of the product of all column operations so far. */
    private final int[][] inverse = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

    private int rank;

    Diagonal(int[][] left, int[] values) {
      work = new long[left.length][3];
      right = new long[left.length];
      for (int i = 0; i < left.length; i++) {
        right[i] = values[i];
        for (int j = 0; j < 3; j++) {
          work[i][j] = left[i][j];
        }
      }
      while (rank < Math.min(3, left.length) && bringPivot(rank)) {
        clear(rank);
        rank++;
      }
    }

    int[][] functionals() {
      return Arrays.copyOf(inverse, rank);
    }

    /** A basis of the whole-number vectors that the matrix maps to zero. */
    List<int[]> kernel() {
      int[] flat = new int[9];
      for (int i = 0; i < 9; i++) {
        flat[i] = inverse[i / 3][i % 3];
      }
      int[] adjugate = Matrices.adjugate(flat);
      List<int[]> found = new ArrayList<>();
      for (int column = rank; column < 3; column++) {
        found.add(new int[] {adjugate[column], adjugate[3 + column], adjugate[6 + column]});
      }
      return found;
    }

    private boolean bringPivot(int k) {
      for (int i = k; i < work.length; i++) {
        for (int j = k; j < 3; j++) {
          if (work[i][j] != 0) {
            swapRows(i, k);
            swapColumns(j, k);
            return true;
          }
        }
      }
      return false;
    }

    private void clear(int k) {
      boolean clean = false;
      while (!clean) {
        clean = true;
        for (int i = k + 1; i < work.length; i++) {
          long factor = Math.floorDiv(work[i][k], work[k][k]);
          for (int j = 0; j < 3; j++) {
            work[i][j] -= factor * work[k][j];
          }
          right[i] -= factor * right[k];
          if (work[i][k] != 0) {
            swapRows(i, k);
            clean = false;
          }
        }
        for (int j = k + 1; j < 3; j++) {
          int factor = (int) Math.floorDiv(work[k][j], work[k][k]);
          for (long[] row : work) {
            row[j] -= factor * row[k];
          }
          for (int c = 0; c < 3; c++) {
            inverse[k][c] += factor * inverse[j][c];
          }
          if (work[k][j] != 0) {
            swapColumns(j, k);
            clean = false;
          }
        }
      }
    }

    private void swapRows(int i, int k) {
      long[] row = work[i];
      work[i] = work[k];
      work[k] = row;
      long value = right[i];
      right[i] = right[k];
      right[k] = value;
    }

    private void swapColumns(int j, int k) {
      for (long[] row : work) {
        long entry = row[j];
        row[j] = row[k];
        row[k] = entry;
      }
      int[] functional = inverse[j];
      inverse[j] = inverse[k];
      inverse[k] = functional;
    }
  }
}
