package dev.athanor.matter.symmetry.internal;

import java.util.List;
import java.util.Optional;

/**
 * The lattice that measured translations make together with the cell vectors.
 *
 * <p>In a group of {@code m} translations modulo the cell every one is a vector of fractions whose
 * denominator divides {@code m}. Each is snapped to the nearest such vector, from the smallest
 * denominator on; the lattice is then found exactly, in whole numbers.
 */
final class TranslationLattice {
  private final double[] metric;
  private final List<double[]> translations;
  private final double tolerance;

  TranslationLattice(double[] rows, List<double[]> translations, double tolerance) {
    this.metric = Matrices.metric(rows);
    this.translations = translations;
    this.tolerance = tolerance;
  }

  /** Primitive vectors as rows of fractions; empty when the translations make no group. */
  Optional<double[]> basis() {
    int count = translations.size();
    long denominator = 1;
    for (double[] translation : translations) {
      int own = denominator(translation, count);
      if (own == 0) {
        return Optional.empty();
      }
      denominator = denominator / gcd(denominator, own) * own;
    }
    long unit = denominator;
    // rows of an upper triangle that spans the lattice, in units of one over the denominator
    long[][] triangle = {{unit, 0, 0}, {0, unit, 0}, {0, 0, unit}};
    for (double[] translation : translations) {
      long[] row = new long[3];
      for (int k = 0; k < 3; k++) {
        row[k] = Math.round(translation[k] * unit);
      }
      insert(triangle, row, unit);
    }
    long volume = triangle[0][0] * triangle[1][1] * triangle[2][2];
    if (volume * count != unit * unit * unit) {
      return Optional.empty();
    }
    double[] basis = new double[9];
    for (int i = 0; i < 9; i++) {
      basis[i] = (double) triangle[i / 3][i % 3] / unit;
    }
    return Optional.of(basis);
  }

  /** Smallest divisor of {@code count} whose fractions come within the tolerance; 0 if none. */
  private int denominator(double[] translation, int count) {
    for (int divisor = 1; divisor <= count; divisor++) {
      if (count % divisor == 0 && distance(translation, divisor) <= tolerance) {
        return divisor;
      }
    }
    return 0;
  }

  private double distance(double[] translation, int divisor) {
    double[] d = new double[3];
    for (int k = 0; k < 3; k++) {
      d[k] = translation[k] - Math.rint(translation[k] * divisor) / divisor;
    }
    double squared = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        squared += d[i] * metric[3 * i + j] * d[j];
      }
    }
    return Math.sqrt(Math.max(0, squared));
  }

  /** Adds a row to the lattice of the triangle, by Euclid's algorithm column by column. */
  private static void insert(long[][] triangle, long[] row, long unit) {
    for (int k = 0; k < 3; k++) {
      while (row[k] != 0) {
        long quotient = Math.floorDiv(triangle[k][k], row[k]);
        for (int j = k; j < 3; j++) {
          long rest = triangle[k][j] - quotient * row[j];
          triangle[k][j] = row[j];
          row[j] = rest;
        }
      }
      if (triangle[k][k] < 0) {
        for (int j = k; j < 3; j++) {
          triangle[k][j] = -triangle[k][j];
        }
      }
      for (int j = k + 1; j < 3; j++) {
        // the cell vectors themselves belong to the lattice: entries stay small
        triangle[k][j] = Math.floorMod(triangle[k][j], unit);
        row[j] = Math.floorMod(row[j], unit);
      }
    }
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
