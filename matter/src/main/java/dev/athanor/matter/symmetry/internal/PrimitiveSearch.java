package dev.athanor.matter.symmetry.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The smallest cell that repeats a crystal: translations that bring every site to one of its type
 * are found, snapped to the fractions that a finite group of translations allows, and the sites
 * that they connect are averaged.
 */
public final class PrimitiveSearch {
  /** Tries with a smaller tolerance each, before the cell is taken as it is. */
  private static final int ATTEMPTS = 20;

  private static final double REDUCTION = 0.95;
  private static final int[] IDENTITY = {1, 0, 0, 0, 1, 0, 0, 0, 1};

  private final AtomicCell cell;
  private final double[] change;
  private final int[] representatives;
  private final double tolerance;

  private PrimitiveSearch(
      AtomicCell cell, double[] change, int[] representatives, double tolerance) {
    this.cell = cell;
    this.change = change;
    this.representatives = representatives;
    this.tolerance = tolerance;
  }

  /**
   * The primitive cell, its vectors Delaunay-reduced and right-handed.
   *
   * @param tolerance angstrom; sites of one type must be further apart
   */
  public static PrimitiveSearch of(AtomicCell cell, double tolerance) {
    double tried = tolerance;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<PrimitiveSearch> found = attempt(cell, tried);
      if (found.isPresent()) {
        return found.get();
      }
      tried *= REDUCTION;
    }
    return unchanged(cell, tried);
  }

  /** The primitive cell; its sites stand in the order of their first copies. */
  public AtomicCell cell() {
    return cell;
  }

  /** Rows are the primitive vectors in terms of the given cell vectors; not to be changed. */
  public double[] change() {
    return change;
  }

  /** For each site of the given cell, the site of the primitive cell that it is a copy of. */
  public int[] representatives() {
    return representatives.clone();
  }

  /** The tolerance at which the translations made a group, angstrom. */
  public double tolerance() {
    return tolerance;
  }

  private static Optional<PrimitiveSearch> attempt(AtomicCell cell, double tolerance) {
    SiteGrid grid = new SiteGrid(cell, tolerance);
    List<double[]> translations = translations(cell, grid, tolerance);
    if (translations.size() == 1) {
      return Optional.of(unchanged(cell, tolerance));
    }
    if (cell.size() % translations.size() != 0) {
      return Optional.empty();
    }
    return new TranslationLattice(cell.rows(), translations, tolerance)
        .basis()
        .flatMap(basis -> averaged(cell, grid, translations, basis, tolerance));
  }

  /**
   * All translations within one cell that are symmetries, zero first. Of a translation that is one,
   * the sums with those known are taken without trying every site again.
   */
  private static List<double[]> translations(AtomicCell cell, SiteGrid grid, double tolerance) {
    int from = cell.rarestSite();
    boolean[] reached = new boolean[cell.size()];
    reached[from] = true;
    for (int to = 0; to < cell.size(); to++) {
      if (reached[to] || cell.type(to) != cell.type(from)) {
        continue;
      }
      double[] shift = difference(cell, from, to);
      if (grid.isSymmetry(IDENTITY, shift, tolerance)) {
        reached[to] = true;
        markSums(cell, grid, shift, reached, tolerance);
      }
    }
    List<double[]> found = new ArrayList<>();
    found.add(new double[3]);
    for (int to = 0; to < cell.size(); to++) {
      if (reached[to] && to != from) {
        found.add(difference(cell, from, to));
      }
    }
    return found;
  }

  private static void markSums(
      AtomicCell cell, SiteGrid grid, double[] shift, boolean[] reached, double tolerance) {
    boolean[] before = reached.clone();
    for (int start = 0; start < before.length; start++) {
      int site = start;
      for (int step = 0; before[start] && step < before.length; step++) {
        site = image(cell, grid, site, shift, tolerance);
        if (site < 0 || site == start) {
          break;
        }
        reached[site] = true;
      }
    }
  }

  private static double[] difference(AtomicCell cell, int from, int to) {
    double[] p = cell.positions();
    double[] shift = new double[3];
    for (int k = 0; k < 3; k++) {
      shift[k] = p[3 * to + k] - p[3 * from + k];
    }
    return shift;
  }

  private static PrimitiveSearch unchanged(AtomicCell cell, double tolerance) {
    double[] change = reduced(Matrices.reals(IDENTITY), cell, tolerance);
    int[] itself = new int[cell.size()];
    Arrays.setAll(itself, i -> i);
    double[] rows = Matrices.product(change, cell.rows());
    return new PrimitiveSearch(
        new AtomicCell(rows, cell.types(), moved(cell, change)), change, itself, tolerance);
  }

  private static Optional<PrimitiveSearch> averaged(
      AtomicCell cell,
      SiteGrid grid,
      List<double[]> translations,
      double[] basis,
      double tolerance) {
    int multiplicity = translations.size();
    int size = cell.size() / multiplicity;
    double[] change = reduced(basis, cell, tolerance);
    double[] places = moved(cell, change);
    int[] representatives = new int[cell.size()];
    Arrays.fill(representatives, -1);
    int[] types = new int[size];
    double[] positions = new double[3 * size];
    int next = 0;
    for (int i = 0; i < cell.size(); i++) {
      if (representatives[i] >= 0) {
        continue;
      }
      if (next == size) {
        return Optional.empty();
      }
      double[] sum = new double[3];
      for (double[] shift : translations) {
        int copy = image(cell, grid, i, shift, tolerance);
        if (copy < 0 || representatives[copy] >= 0) {
          return Optional.empty();
        }
        representatives[copy] = next;
        for (int k = 0; k < 3; k++) {
          double difference = places[3 * copy + k] - places[3 * i + k];
          sum[k] += difference - Math.rint(difference);
        }
      }
      types[next] = cell.type(i);
      for (int k = 0; k < 3; k++) {
        double mean = places[3 * i + k] + sum[k] / multiplicity;
        positions[3 * next + k] = mean - Math.rint(mean);
      }
      next++;
    }
    return Optional.of(
        new PrimitiveSearch(
            new AtomicCell(Matrices.product(change, cell.rows()), types, positions),
            change,
            representatives,
            tolerance));
  }

  /** Delaunay-reduced and right-handed, whatever the given cell is. */
  private static double[] reduced(double[] basis, AtomicCell cell, double tolerance) {
    double[] primitive = Matrices.product(basis, cell.rows());
    int[] reduction = Delaunay.reduce(primitive, tolerance);
    if (Matrices.determinant(primitive) < 0) {
      for (int i = 0; i < 9; i++) {
        reduction[i] = -reduction[i];
      }
    }
    return Matrices.product(reduction, basis);
  }

  private static int image(
      AtomicCell cell, SiteGrid grid, int site, double[] shift, double tolerance) {
    double[] p = cell.positions();
    return grid.find(
        cell.type(site),
        p[3 * site] + shift[0],
        p[3 * site + 1] + shift[1],
        p[3 * site + 2] + shift[2],
        tolerance);
  }

  /** Fractional coordinates in the cell whose vectors are {@code change} times the present ones. */
  private static double[] moved(AtomicCell cell, double[] change) {
    double[] inverse = Matrices.inverse(change);
    double[] p = cell.positions();
    double[] moved = new double[p.length];
    for (int i = 0; i < p.length; i += 3) {
      for (int k = 0; k < 3; k++) {
        moved[i + k] = p[i] * inverse[k] + p[i + 1] * inverse[3 + k] + p[i + 2] * inverse[6 + k];
      }
    }
    return moved;
  }
}
