package dev.athanor.matter.symmetry.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Rotations that map a reduced lattice onto itself within a tolerance, whatever the sites.
 *
 * <p>In a Delaunay-reduced cell the images of the cell vectors have indices from -1 to 1, so all
 * candidates can be tried.
 */
public final class LatticeSymmetry {
  /** The order of the largest crystallographic point group. */
  private static final int MOST = 48;

  private static final int ATTEMPTS = 100;
  private static final double REDUCTION = 0.95;

  /** Square of the sine of an angle that only rounding makes. */
  private static final double ROUNDING = 1e-12;

  private final double[] metric;
  private final double lengthTolerance;
  private final double angleTolerance;

  private LatticeSymmetry(double[] metric, double lengthTolerance, double angleTolerance) {
    this.metric = metric;
    this.lengthTolerance = lengthTolerance;
    this.angleTolerance = angleTolerance;
  }

  /**
   * Matrices that act on fractional coordinates.
   *
   * @param rows Delaunay-reduced cell vectors
   * @param lengthTolerance angstrom
   * @param angleTolerance degrees; 0 derives one from the length tolerance
   */
  public static List<int[]> rotations(
      double[] rows, double lengthTolerance, double angleTolerance) {
    double length = lengthTolerance;
    double angle = angleTolerance;
    double[] metric = Matrices.metric(rows);
    List<int[]> found = new LatticeSymmetry(metric, length, angle).all();
    for (int attempt = 0; attempt < ATTEMPTS && found.size() > MOST; attempt++) {
      length *= REDUCTION;
      angle *= REDUCTION;
      found = new LatticeSymmetry(metric, length, angle).all();
    }
    return found;
  }

  private List<int[]> all() {
    List<List<int[]>> images = new ArrayList<>(3);
    for (int axis = 0; axis < 3; axis++) {
      images.add(ofLength(Math.sqrt(metric[4 * axis])));
    }
    List<int[]> found = new ArrayList<>();
    for (int[] first : images.get(0)) {
      for (int[] second : images.get(1)) {
        if (!sameAngle(0, 1, first, second)) {
          continue;
        }
        for (int[] third : images.get(2)) {
          int[] columns = {
            first[0], second[0], third[0],
            first[1], second[1], third[1],
            first[2], second[2], third[2]
          };
          if (Math.abs(Matrices.determinant(columns)) == 1
              && sameAngle(0, 2, first, third)
              && sameAngle(1, 2, second, third)) {
            found.add(columns);
          }
        }
      }
    }
    return found;
  }

  private List<int[]> ofLength(double length) {
    List<int[]> found = new ArrayList<>();
    for (int[] v : Directions.NEIGHBOURS) {
      if (Math.abs(Math.sqrt(dot(v, v)) - length) <= lengthTolerance) {
        found.add(v);
      }
    }
    return found;
  }

  private boolean sameAngle(int i, int j, int[] imageI, int[] imageJ) {
    double lengthI = Math.sqrt(metric[4 * i]);
    double lengthJ = Math.sqrt(metric[4 * j]);
    double newI = Math.sqrt(dot(imageI, imageI));
    double newJ = Math.sqrt(dot(imageJ, imageJ));
    double cosine = clipped(metric[3 * i + j] / (lengthI * lengthJ));
    double newCosine = clipped(dot(imageI, imageJ) / (newI * newJ));
    if (angleTolerance > 0) {
      return Math.toDegrees(Math.abs(Math.acos(cosine) - Math.acos(newCosine))) <= angleTolerance;
    }
    // the arc that the change of angle makes at the mean length
    double product =
        cosine * newCosine + Math.sqrt((1 - cosine * cosine) * (1 - newCosine * newCosine));
    double squaredSine = 1 - product * product;
    double squaredLength = (lengthI + newI) * (lengthJ + newJ) / 4;
    return squaredSine <= ROUNDING
        || squaredSine * squaredLength <= lengthTolerance * lengthTolerance;
  }

  private static double clipped(double cosine) {
    return Math.max(-1, Math.min(1, cosine));
  }

  private double dot(int[] u, int[] v) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        sum += u[i] * metric[3 * i + j] * v[j];
      }
    }
    return sum;
  }
}
