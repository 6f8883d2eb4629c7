package dev.athanor.matter.symmetry.internal;

import java.util.ArrayList;
import java.util.List;

/** The operations of a determined group in the cell that was given. */
public final class InputOperations {
  private static final double NOT_WHOLE = 1e-6;

  private InputOperations() {}

  /** Matrices exact, translations in [0, 1); the identity first. */
  public static List<FoundOperation> of(SymmetrySearch search) {
    StandardGroup group = search.match().group();
    // y = B x + s takes given coordinates to those of the standard primitive cell
    double[] inverseCentring = Matrices.inverse(group.centring());
    double[] axes = Matrices.inverse(Matrices.reals(search.match().axes()));
    double[] toPrimitive = Matrices.inverse(Matrices.transpose(search.primitive().change()));
    double[] forth = Matrices.product(inverseCentring, Matrices.product(axes, toPrimitive));
    double[] back = Matrices.inverse(forth);
    double[] origin = Columns.times(inverseCentring, search.match().origin());
    List<double[]> lattice = latticePoints(back);
    List<FoundOperation> found = new ArrayList<>();
    for (int i = 0; i < group.order(); i++) {
      double[] real =
          Matrices.product(Matrices.product(back, Matrices.reals(group.rotation(i))), forth);
      if (Matrices.distanceFromIntegers(real) > NOT_WHOLE) {
        continue;
      }
      double[] moved = Columns.times(group.rotation(i), origin);
      double[] shift = new double[3];
      for (int k = 0; k < 3; k++) {
        shift[k] = moved[k] + group.translation(i)[k] - origin[k];
      }
      double[] translation = Columns.times(back, shift);
      int[] rotation = Matrices.rounded(real);
      for (double[] point : lattice) {
        double[] sum = new double[3];
        for (int k = 0; k < 3; k++) {
          sum[k] = wrapped(translation[k] + point[k]);
        }
        found.add(new FoundOperation(rotation, sum));
      }
    }
    return found;
  }

  /** The primitive lattice points within one given cell, the origin first. */
  private static List<double[]> latticePoints(double[] back) {
    int count = (int) Math.rint(1 / Math.abs(Matrices.determinant(back)));
    List<double[]> found = new ArrayList<>();
    found.add(new double[3]);
    for (int next = 0; next < found.size() && found.size() < count; next++) {
      for (int column = 0; column < 3; column++) {
        double[] point = new double[3];
        for (int k = 0; k < 3; k++) {
          point[k] = wrapped(found.get(next)[k] + back[3 * k + column]);
        }
        if (found.stream().noneMatch(known -> same(known, point))) {
          found.add(point);
        }
      }
    }
    return found;
  }

  private static boolean same(double[] u, double[] v) {
    for (int k = 0; k < 3; k++) {
      double d = u[k] - v[k];
      if (Math.abs(d - Math.rint(d)) > NOT_WHOLE) {
        return false;
      }
    }
    return true;
  }

  private static double wrapped(double value) {
    double inside = value - Math.floor(value);
    return inside > 1 - 1e-9 ? 0 : inside;
  }
}
