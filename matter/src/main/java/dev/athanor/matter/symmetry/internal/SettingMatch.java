package dev.athanor.matter.symmetry.internal;

import dev.athanor.matter.symmetry.SymmetryOperation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The change of axes and origin from any setting of a group to the standard one of its type. */
public final class SettingMatch {
  private static final double EXACT = 1e-6;

  private final double[] matrix;
  private final double[] origin;

  private SettingMatch(double[] matrix, double[] origin) {
    this.matrix = matrix;
    this.origin = origin;
  }

  /**
   * {@code x_standard = M x + p}.
   *
   * @param operations of one cell, centring included
   */
  public static SettingMatch of(List<SymmetryOperation> operations) {
    double[] rows = cell(operations);
    List<double[]> translations = new ArrayList<>();
    for (SymmetryOperation operation : operations) {
      if (operation.isTranslation()) {
        translations.add(translation(operation));
      }
    }
    double[] centring = new TranslationLattice(rows, translations, EXACT).basis().orElseThrow();
    double[] primitive = Matrices.product(centring, rows);
    double[] change = Matrices.product(Matrices.reals(Delaunay.reduce(primitive, EXACT)), centring);
    double[] reduced = Matrices.product(change, rows);
    // coordinates change by the transposed inverse of what changes the cell vectors
    double[] forth = Matrices.inverse(Matrices.transpose(change));
    double[] back = Matrices.transpose(change);
    List<FoundOperation> found = new ArrayList<>();
    for (SymmetryOperation operation : operations) {
      int[] rotation =
          Matrices.rounded(
              Matrices.product(Matrices.product(forth, Matrices.reals(rotation(operation))), back));
      if (found.stream().noneMatch(f -> Arrays.equals(f.rotation(), rotation))) {
        found.add(new FoundOperation(rotation, Columns.times(forth, translation(operation))));
      }
    }
    GroupMatch match = GroupMatch.of(found, reduced, EXACT).orElseThrow();
    double[] matrix = Matrices.product(Matrices.inverse(Matrices.reals(match.axes())), forth);
    return new SettingMatch(matrix, match.origin());
  }

  /** The matrix {@code M}. */
  public double[] matrix() {
    return matrix.clone();
  }

  /** The shift {@code p}. */
  public double[] origin() {
    return origin.clone();
  }

  /** A cell that has the rotations of the group and no others that matter here. */
  private static double[] cell(List<SymmetryOperation> operations) {
    double[] start = {100, 1, -7, 1, 121, 2, -7, 2, 169};
    double[] metric = new double[9];
    for (SymmetryOperation operation : operations) {
      double[] w = Matrices.reals(rotation(operation));
      double[] turned = Matrices.product(Matrices.product(Matrices.transpose(w), start), w);
      for (int i = 0; i < 9; i++) {
        metric[i] += turned[i] / operations.size();
      }
    }
    return cholesky(metric);
  }

  /** Rows whose scalar products are the metric. */
  private static double[] cholesky(double[] g) {
    double a = Math.sqrt(g[0]);
    double bx = g[1] / a;
    double by = Math.sqrt(g[4] - bx * bx);
    double cx = g[2] / a;
    double cy = (g[5] - bx * cx) / by;
    double cz = Math.sqrt(g[8] - cx * cx - cy * cy);
    return new double[] {a, 0, 0, bx, by, 0, cx, cy, cz};
  }

  private static int[] rotation(SymmetryOperation operation) {
    int[] w = new int[9];
    for (int i = 0; i < 9; i++) {
      w[i] = operation.rotation(i / 3, i % 3);
    }
    return w;
  }

  private static double[] translation(SymmetryOperation operation) {
    double[] t = new double[3];
    for (int i = 0; i < 3; i++) {
      t[i] = (double) operation.translation(i) / SymmetryOperation.DENOMINATOR;
    }
    return t;
  }
}
