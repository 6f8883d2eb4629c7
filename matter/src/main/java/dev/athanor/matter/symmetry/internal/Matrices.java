package dev.athanor.matter.symmetry.internal;

import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Vector3;

/** Matrices of three by three, nine entries row by row. */
public final class Matrices {
  private Matrices() {}

  /** The cell vectors, one after the other. */
  public static double[] rows(Lattice lattice) {
    return new double[] {
      lattice.a().x(), lattice.a().y(), lattice.a().z(),
      lattice.b().x(), lattice.b().y(), lattice.b().z(),
      lattice.c().x(), lattice.c().y(), lattice.c().z()
    };
  }

  /** The lattice of these rows. */
  public static Lattice lattice(double[] m) {
    return new Lattice(
        new Vector3(m[0], m[1], m[2]),
        new Vector3(m[3], m[4], m[5]),
        new Vector3(m[6], m[7], m[8]));
  }

  /** The determinant. */
  public static double determinant(double[] m) {
    return m[0] * (m[4] * m[8] - m[5] * m[7])
        - m[1] * (m[3] * m[8] - m[5] * m[6])
        + m[2] * (m[3] * m[7] - m[4] * m[6]);
  }

  /** The determinant. */
  public static int determinant(int[] m) {
    return m[0] * (m[4] * m[8] - m[5] * m[7])
        - m[1] * (m[3] * m[8] - m[5] * m[6])
        + m[2] * (m[3] * m[7] - m[4] * m[6]);
  }

  /** Sum of the diagonal. */
  public static int trace(int[] m) {
    return m[0] + m[4] + m[8];
  }

  /** The product {@code a b}. */
  public static double[] product(double[] a, double[] b) {
    double[] c = new double[9];
    for (int i = 0; i < 9; i += 3) {
      for (int j = 0; j < 3; j++) {
        c[i + j] = a[i] * b[j] + a[i + 1] * b[3 + j] + a[i + 2] * b[6 + j];
      }
    }
    return c;
  }

  /** The product {@code a b}. */
  public static int[] product(int[] a, int[] b) {
    int[] c = new int[9];
    for (int i = 0; i < 9; i += 3) {
      for (int j = 0; j < 3; j++) {
        c[i + j] = a[i] * b[j] + a[i + 1] * b[3 + j] + a[i + 2] * b[6 + j];
      }
    }
    return c;
  }

  /** The product {@code a b}. */
  public static double[] product(int[] a, double[] b) {
    return product(reals(a), b);
  }

  /** The inverse; entries are not finite where there is none. */
  public static double[] inverse(double[] m) {
    double d = 1 / determinant(m);
    return new double[] {
      (m[4] * m[8] - m[5] * m[7]) * d, (m[2] * m[7] - m[1] * m[8]) * d,
      (m[1] * m[5] - m[2] * m[4]) * d, (m[5] * m[6] - m[3] * m[8]) * d,
      (m[0] * m[8] - m[2] * m[6]) * d, (m[2] * m[3] - m[0] * m[5]) * d,
      (m[3] * m[7] - m[4] * m[6]) * d, (m[1] * m[6] - m[0] * m[7]) * d,
      (m[0] * m[4] - m[1] * m[3]) * d
    };
  }

  /** The inverse times the determinant. */
  public static int[] adjugate(int[] m) {
    return new int[] {
      m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
      m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
      m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]
    };
  }

  /** Rows and columns exchanged. */
  public static double[] transpose(double[] m) {
    return new double[] {m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8]};
  }

  /** Rows and columns exchanged. */
  public static int[] transpose(int[] m) {
    return new int[] {m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8]};
  }

  /** The same entries as real numbers. */
  public static double[] reals(int[] m) {
    double[] r = new double[m.length];
    for (int i = 0; i < m.length; i++) {
      r[i] = m[i];
    }
    return r;
  }

  /** Each entry rounded. */
  public static int[] rounded(double[] m) {
    int[] r = new int[m.length];
    for (int i = 0; i < m.length; i++) {
      r[i] = (int) Math.rint(m[i]);
    }
    return r;
  }

  /** Largest distance of an entry from a whole number. */
  public static double distanceFromIntegers(double[] m) {
    double worst = 0;
    for (double entry : m) {
      worst = Math.max(worst, Math.abs(entry - Math.rint(entry)));
    }
    return worst;
  }

  /** Scalar products of the rows with each other. */
  public static double[] metric(double[] rows) {
    return product(rows, transpose(rows));
  }
}
