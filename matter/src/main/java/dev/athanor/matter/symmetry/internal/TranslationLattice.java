package dev.athanor.matter.symmetry.internal;

import java.util.ArrayList;
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
  /** Beyond so many translations trying all triples of them takes too long. */
  private static final int MOST_FOR_TRIPLES = 64;

  private static final double SAME_VOLUME = 1e-6;

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
    if (count <= MOST_FOR_TRIPLES) {
      return firstTriple(count);
    }
    double[] basis = new double[9];
    for (int i = 0; i < 9; i++) {
      basis[i] = (double) triangle[i / 3][i % 3] / unit;
    }
    return Optional.of(basis);
  }

  /** The first three of the translations and the cell vectors that span a cell of this fraction. */
  private Optional<double[]> firstTriple(int count) {
    List<double[]> vectors = new ArrayList<>();
    for (double[] translation : translations.subList(1, count)) {
      vectors.add(snapped(translation, count));
    }
    vectors.add(new double[] {1, 0, 0});
    vectors.add(new double[] {0, 1, 0});
    vectors.add(new double[] {0, 0, 1});
    for (int i = 0; i < vectors.size(); i++) {
      for (int j = i + 1; j < vectors.size(); j++) {
        for (int k = j + 1; k < vectors.size(); k++) {
          double[] basis = new double[9];
          System.arraycopy(vectors.get(i), 0, basis, 0, 3);
          System.arraycopy(vectors.get(j), 0, basis, 3, 3);
          System.arraycopy(vectors.get(k), 0, basis, 6, 3);
          if (Math.abs(Math.abs(Matrices.determinant(basis)) * count - 1) < SAME_VOLUME) {
            return Optional.of(basis);
          }
        }
      }
    }
    return Optional.empty();
  }

  private double[] snapped(double[] translation, int count) {
    int divisor = denominator(translation, count);
    double[] snapped = new double[3];
    for (int k = 0; k < 3; k++) {
      double value = Math.rint(translation[k] * divisor) / divisor;
      snapped[k] = value - Math.floor(value);
    }
    return snapped;
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
