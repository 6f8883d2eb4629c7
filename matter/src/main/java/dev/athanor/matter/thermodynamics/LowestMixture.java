package dev.athanor.matter.thermodynamics;

import java.util.Arrays;

/**
 * Revised simplex for {@code min sum_j w_j e_j} with {@code sum_j w_j c_j = x}, {@code w_j >= 0},
 * where the first columns are the pure elements.
 *
 * <p>The elements are a feasible basis whose matrix is the identity, so no first phase and no
 * tableau is needed: a pivot costs the square of the number of elements and pricing one pass over
 * the columns. A general tableau solver (Hipparchus 4.0.3) was tried and returned mixtures above
 * zero where the elements alone give zero. The most negative reduced cost enters; after {@value
 * #PATIENCE} pivots the smallest index does (Bland), which ends every cycle that degenerate
 * mixtures allow.
 */
final class LowestMixture {
  private static final double REDUCED_COST_TOLERANCE = 1e-12;
  private static final double PIVOT_TOLERANCE = 1e-10;
  private static final int PATIENCE = 200;
  private static final int MAX_PIVOTS = 20_000;

  private final int rows;
  private final double[][] columns;
  private final double[] energies;
  private final int[] basis;
  private final double[] weights;
  private final double[][] inverse;

  /**
   * @param target fractions of the elements, all above zero
   * @param columns fractions of the elements in each phase; the first {@code target.length} are
   *     unit vectors
   * @param energies eV/atom, one per column
   */
  LowestMixture(double[] target, double[][] columns, double[] energies) {
    this.rows = target.length;
    this.columns = columns;
    this.energies = energies;
    basis = new int[rows];
    weights = target.clone();
    inverse = new double[rows][rows];
    for (int i = 0; i < rows; i++) {
      basis[i] = i;
      inverse[i][i] = 1;
    }
  }

  /** Runs to the optimum; {@link #basis()} and {@link #weights()} hold it afterwards. */
  void solve() {
    double[] prices = new double[rows];
    double[] direction = new double[rows];
    for (int pivots = 0; pivots < MAX_PIVOTS; pivots++) {
      price(prices);
      int entering = entering(prices, pivots >= PATIENCE);
      if (entering < 0) {
        return;
      }
      for (int i = 0; i < rows; i++) {
        direction[i] = dot(inverse[i], columns[entering]);
      }
      int leaving = leaving(direction);
      pivot(entering, leaving, direction);
    }
    throw new IllegalStateException(
        "no optimum after " + MAX_PIVOTS + " pivots over " + columns.length + " phases");
  }

  /** Columns of the mixture. */
  int[] basis() {
    return basis;
  }

  /** Share of each column of the mixture. */
  double[] weights() {
    return weights;
  }

  private void price(double[] prices) {
    Arrays.fill(prices, 0);
    for (int i = 0; i < rows; i++) {
      double energy = energies[basis[i]];
      for (int j = 0; j < rows; j++) {
        prices[j] += energy * inverse[i][j];
      }
    }
  }

  private int entering(double[] prices, boolean first) {
    int best = -1;
    double lowest = -REDUCED_COST_TOLERANCE;
    for (int j = 0; j < columns.length; j++) {
      double reduced = energies[j] - dot(prices, columns[j]);
      if (reduced < lowest) {
        best = j;
        if (first) {
          return best;
        }
        lowest = reduced;
      }
    }
    return best;
  }

  /** The row whose weight reaches zero first; of equals the one with the smallest column. */
  private int leaving(double[] direction) {
    int best = -1;
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < rows; i++) {
      if (direction[i] <= PIVOT_TOLERANCE) {
        continue;
      }
      double ratio = weights[i] / direction[i];
      if (best < 0
          || ratio < smallest - 1e-14
          || (ratio <= smallest + 1e-14 && basis[i] < basis[best])) {
        best = i;
        smallest = Math.min(ratio, smallest);
      }
    }
    if (best < 0) {
      // fractions of a column add up to one, so some component of the direction is positive
      throw new IllegalStateException("a phase with no positive fraction");
    }
    return best;
  }

  private void pivot(int entering, int leaving, double[] direction) {
    double step = weights[leaving] / direction[leaving];
    for (int j = 0; j < rows; j++) {
      inverse[leaving][j] /= direction[leaving];
    }
    for (int i = 0; i < rows; i++) {
      if (i == leaving) {
        continue;
      }
      weights[i] = Math.max(0, weights[i] - step * direction[i]);
      for (int j = 0; j < rows; j++) {
        inverse[i][j] -= direction[i] * inverse[leaving][j];
      }
    }
    weights[leaving] = step;
    basis[leaving] = entering;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
