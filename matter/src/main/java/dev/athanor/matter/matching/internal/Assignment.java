package dev.athanor.matter.matching.internal;

import java.util.Arrays;

/**
 * The cheapest way to give every row a column of its own, by shortest augmenting paths.
 *
 * <p>Rows whose cheapest column nobody else wants are settled at once; each of the others costs one
 * search of at most {@code n^2} steps, so that sites which hardly moved are paired in one pass.
 *
 * @see <a href="https://doi.org/10.1007/BF02278710">Jonker and Volgenant, Computing 38, 325
 *     (1987)</a>
 */
final class Assignment {
  private final int size;
  private final double[] costs;
  private final int[] columnOf;
  private final int[] rowOf;
  private final double[] rowPrice;
  private final double[] columnPrice;
  private final double[] distance;
  private final int[] from;
  private final boolean[] closed;

  private Assignment(double[] costs, int size) {
    this.size = size;
    this.costs = costs;
    columnOf = new int[size];
    rowOf = new int[size];
    rowPrice = new double[size];
    columnPrice = new double[size];
    distance = new double[size];
    from = new int[size];
    closed = new boolean[size];
  }

  /**
   * Solves one problem.
   *
   * @param costs square, row by row; infinite where a pair is forbidden
   * @param columns receives the column of each row
   * @return false where no assignment avoids the forbidden pairs
   */
  static boolean solve(double[] costs, int size, int[] columns, WorkBudget budget) {
    Assignment problem = new Assignment(costs, size);
    budget.spend((long) size * size);
    if (!problem.settle()) {
      return false;
    }
    for (int row = 0; row < size; row++) {
      if (problem.columnOf[row] < 0) {
        budget.spend((long) size * size);
        if (!problem.augment(row)) {
          return false;
        }
      }
    }
    System.arraycopy(problem.columnOf, 0, columns, 0, size);
    return true;
  }

  /** Gives each row its cheapest column where that is free; false where a row has none at all. */
  private boolean settle() {
    Arrays.fill(columnOf, -1);
    Arrays.fill(rowOf, -1);
    for (int row = 0; row < size; row++) {
      int best = 0;
      for (int column = 1; column < size; column++) {
        if (costs[row * size + column] < costs[row * size + best]) {
          best = column;
        }
      }
      rowPrice[row] = costs[row * size + best];
      if (Double.isInfinite(rowPrice[row])) {
        return false;
      }
      if (rowOf[best] < 0) {
        rowOf[best] = row;
        columnOf[row] = best;
      }
    }
    return true;
  }

  /** Finds the shortest alternating path from a free row to a free column and flips it. */
  private boolean augment(int start) {
    Arrays.fill(closed, false);
    for (int column = 0; column < size; column++) {
      distance[column] = reduced(start, column);
      from[column] = start;
    }
    int last;
    double reach;
    while (true) {
      last = nearestOpen();
      if (last < 0) {
        return false;
      }
      reach = distance[last];
      if (rowOf[last] < 0) {
        break;
      }
      closed[last] = true;
      int row = rowOf[last];
      for (int column = 0; column < size; column++) {
        if (!closed[column]) {
          double through = reach + reduced(row, column);
          if (through < distance[column]) {
            distance[column] = through;
            from[column] = row;
          }
        }
      }
    }
    rowPrice[start] += reach;
    for (int column = 0; column < size; column++) {
      if (closed[column]) {
        columnPrice[column] += distance[column] - reach;
        rowPrice[rowOf[column]] += reach - distance[column];
      }
    }
    flip(start, last);
    return true;
  }

  private void flip(int start, int last) {
    int column = last;
    int row;
    do {
      row = from[column];
      int next = columnOf[row];
      columnOf[row] = column;
      rowOf[column] = row;
      column = next;
    } while (row != start);
  }

  private double reduced(int row, int column) {
    return costs[row * size + column] - rowPrice[row] - columnPrice[column];
  }

  private int nearestOpen() {
    int best = -1;
    for (int column = 0; column < size; column++) {
      if (!closed[column]
          && distance[column] < Double.POSITIVE_INFINITY
          && (best < 0 || distance[column] < distance[best])) {
        best = column;
      }
    }
    return best;
  }
}
