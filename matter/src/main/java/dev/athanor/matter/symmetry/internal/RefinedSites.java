package dev.athanor.matter.symmetry.internal;

import java.util.Arrays;
import java.util.Optional;

/**
 * The sites of a primitive cell moved to where a group wants them: each is the mean of the images
 * of its equivalents. Coordinates refer to the primitive vectors of the standard setting.
 */
public final class RefinedSites {
  /** Images may miss a site by this many tolerances: the origin has noise of its own. */
  private static final double SLACK = 2;

  private final double[] positions;
  private final int[] orbits;

  private RefinedSites(double[] positions, int[] orbits) {
    this.positions = positions;
    this.orbits = orbits;
  }

  /** The refined sites; empty when an operation brings a site to where none is. */
  public static Optional<RefinedSites> of(
      AtomicCell primitive, GroupMatch match, double tolerance) {
    StandardGroup group = match.group();
    AtomicCell cell = moved(primitive, match);
    SiteGrid grid = new SiteGrid(cell, SLACK * tolerance);
    int size = cell.size();
    double[] p = cell.positions();
    double[] sums = new double[3 * size];
    int[] orbits = new int[size];
    Arrays.fill(orbits, size);
    for (int operation = 0; operation < group.order(); operation++) {
      int[] w = group.rotation(operation);
      double[] t = group.translation(operation);
      boolean[] reached = new boolean[size];
      for (int i = 0; i < size; i++) {
        double[] image = Columns.times(w, new double[] {p[3 * i], p[3 * i + 1], p[3 * i + 2]});
        for (int k = 0; k < 3; k++) {
          image[k] += t[k];
        }
        int to = grid.find(cell.type(i), image[0], image[1], image[2], SLACK * tolerance);
        if (to < 0 || reached[to]) {
          return Optional.empty();
        }
        reached[to] = true;
        orbits[to] = Math.min(orbits[to], i);
        for (int k = 0; k < 3; k++) {
          double difference = image[k] - p[3 * to + k];
          sums[3 * to + k] += difference - Math.rint(difference);
        }
      }
    }
    double[] refined = new double[3 * size];
    for (int i = 0; i < refined.length; i++) {
      refined[i] = p[i] + sums[i] / group.order();
    }
    return Optional.of(new RefinedSites(refined, orbits));
  }

  private static AtomicCell moved(AtomicCell primitive, GroupMatch match) {
    double[] toPrimitive = Matrices.product(Matrices.reals(match.axes()), match.group().centring());
    double[] inverse = Matrices.inverse(toPrimitive);
    double[] origin = Columns.times(Matrices.inverse(match.group().centring()), match.origin());
    double[] p = primitive.positions();
    double[] moved = new double[p.length];
    for (int i = 0; i < p.length; i += 3) {
      double[] q = Columns.times(inverse, new double[] {p[i], p[i + 1], p[i + 2]});
      for (int k = 0; k < 3; k++) {
        moved[i + k] = q[k] + origin[k];
      }
    }
    double[] rows = Matrices.product(Matrices.transpose(toPrimitive), primitive.rows());
    return new AtomicCell(rows, primitive.types(), moved);
  }

  /** Fractional coordinates in the primitive cell of the standard setting, three to a site. */
  public double[] positions() {
    return positions.clone();
  }

  /** For each site the first one equivalent to it. */
  public int[] orbits() {
    return orbits.clone();
  }
}
