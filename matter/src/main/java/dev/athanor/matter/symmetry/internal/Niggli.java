package dev.athanor.matter.symmetry.internal;

/**
 * Niggli reduction by the steps of Krivy and Gruber (1976), with the comparisons of
 * Grosse-Kunstleve, Sauter and Adams (2004).
 *
 * <p>The metric is recomputed from the cell vectors after every step, so that rounding does not
 * pile up.
 */
public final class Niggli {
  /** Far above what any cell needs; a bound against rounding that never settles. */
  private static final int MAX_STEPS = 10_000;

  private final double[] original;
  private final double tolerance;
  private int[] change = {1, 0, 0, 0, 1, 0, 0, 0, 1};

  /** Squares of the edges, and twice the scalar products b c, a c, a b. */
  private double a;

  private double b;
  private double c;
  private double xi;
  private double eta;
  private double zeta;

  private Niggli(double[] rows, double tolerance) {
    this.original = rows;
    this.tolerance = tolerance;
    measure();
  }

  /**
   * The change of basis to the Niggli cell, determinant 1.
   *
   * @param rows cell vectors
   * @param tolerance square angstrom, within which scalar products count as equal
   */
  public static int[] reduce(double[] rows, double tolerance) {
    Niggli reduction = new Niggli(rows, tolerance);
    for (int step = 0; step < MAX_STEPS; step++) {
      if (!reduction.advance()) {
        break;
      }
    }
    return reduction.change;
  }

  /** One round of the steps; false when nothing is left to do. */
  private boolean advance() {
    if (greater(a, b) || (equal(a, b) && greater(Math.abs(xi), Math.abs(eta)))) {
      apply(0, -1, 0, -1, 0, 0, 0, 0, -1);
    }
    if (greater(b, c) || (equal(b, c) && greater(Math.abs(eta), Math.abs(zeta)))) {
      apply(-1, 0, 0, 0, 0, -1, 0, -1, 0);
      return true;
    }
    settleSigns();
    if (greater(Math.abs(xi), b)
        || (equal(xi, b) && less(2 * eta, zeta))
        || (equal(xi, -b) && less(zeta, 0))) {
      apply(1, 0, 0, 0, 1, 0, 0, xi > 0 ? -1 : 1, 1);
      return true;
    }
    if (greater(Math.abs(eta), a)
        || (equal(eta, a) && less(2 * xi, zeta))
        || (equal(eta, -a) && less(zeta, 0))) {
      apply(1, 0, 0, 0, 1, 0, eta > 0 ? -1 : 1, 0, 1);
      return true;
    }
    if (greater(Math.abs(zeta), a)
        || (equal(zeta, a) && less(2 * xi, eta))
        || (equal(zeta, -a) && less(eta, 0))) {
      apply(1, 0, 0, zeta > 0 ? -1 : 1, 1, 0, 0, 0, 1);
      return true;
    }
    double sum = xi + eta + zeta + a + b;
    if (less(sum, 0) || (equal(sum, 0) && greater(2 * (a + eta) + zeta, 0))) {
      apply(1, 0, 0, 0, 1, 0, 1, 1, 1);
      return true;
    }
    return false;
  }

  /** Steps 3 and 4: all angles below 90 degrees, or none. */
  private void settleSigns() {
    int signXi = sign(xi);
    int signEta = sign(eta);
    int signZeta = sign(zeta);
    if (signXi * signEta * signZeta > 0) {
      apply(signXi < 0 ? -1 : 1, 0, 0, 0, signEta < 0 ? -1 : 1, 0, 0, 0, signZeta < 0 ? -1 : 1);
      return;
    }
    int i = signXi > 0 ? -1 : 1;
    int j = signEta > 0 ? -1 : 1;
    int k = signZeta > 0 ? -1 : 1;
    if (i * j * k < 0) {
      // one free sign, of a product that counts as zero, keeps the handedness
      if (signZeta == 0) {
        k = -k;
      } else if (signEta == 0) {
        j = -j;
      } else {
        i = -i;
      }
    }
    if (i < 0 || j < 0 || k < 0) {
      apply(i, 0, 0, 0, j, 0, 0, 0, k);
    }
  }

  private void apply(int... step) {
    change = Matrices.product(step, change);
    measure();
  }

  private void measure() {
    double[] g = Matrices.metric(Matrices.product(change, original));
    a = g[0];
    b = g[4];
    c = g[8];
    xi = 2 * g[5];
    eta = 2 * g[2];
    zeta = 2 * g[1];
  }

  private int sign(double value) {
    return value > tolerance ? 1 : value < -tolerance ? -1 : 0;
  }

  private boolean less(double u, double v) {
    return u < v - tolerance;
  }

  private boolean greater(double u, double v) {
    return less(v, u);
  }

  private boolean equal(double u, double v) {
    return !less(u, v) && !less(v, u);
  }
}
