package dev.athanor.matter.matching.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One cell laid on another by a lattice map: where its sites are in the target's cell, and how to
 * measure distances halfway between the two shapes.
 */
final class Overlay {
  private final LatticeMap map;
  private final double[] sites;
  private final double[] metric;
  private final double unit;
  private final double[] boxes = new double[3];
  private final int[] reach = new int[3];
  private final double siteTolerance;
  private final List<SiteGrid> grids = new ArrayList<>();

  private Overlay(
      LatticeMap map, double[] sites, double[] metric, double unit, double siteTolerance) {
    this.map = map;
    this.sites = sites;
    this.metric = metric;
    this.unit = unit;
    this.siteTolerance = siteTolerance;
    double[] heights = CellShape.heights(metric);
    for (int axis = 0; axis < 3; axis++) {
      // the pair that fixes the translation may be off by the tolerance, its partner as well
      boxes[axis] = 2 * siteTolerance * unit / heights[axis];
      reach[axis] = Math.max(0, (int) Math.ceil(boxes[axis] - 0.5));
    }
  }

  /** Empty where the mean of the two shapes closes no cell. */
  static Optional<Overlay> of(
      LatticeMap map, CellArrays cell, double[][] rows, CellShape target, double siteTolerance) {
    double[] sites = map.expanded(cell.fractional());
    return CellShape.of(map.applied(rows))
        .mean(target)
        .metric()
        .map(
            metric -> {
              double volume = Math.sqrt(CellShape.determinant(metric));
              double unit = Math.cbrt(volume * 3 / sites.length);
              return new Overlay(map, sites, metric, unit, siteTolerance);
            });
  }

  LatticeMap map() {
    return map;
  }

  /** Fractional coordinates in the target's cell of the sites laid on it. */
  double[] sites() {
    return sites;
  }

  /** Those of the sites that may be partners of a place, by the kind of the cell that is laid. */
  SiteGrid grid(CellArrays cell, int kind) {
    if (grids.isEmpty()) {
      int multiple = sites.length / 3 / cell.count();
      for (int k = 0; k < cell.kindCount(); k++) {
        int[] members = cell.sitesOfKind(k);
        int[] images = new int[members.length * multiple];
        for (int i = 0; i < images.length; i++) {
          images[i] = members[i / multiple] * multiple + i % multiple;
        }
        grids.add(new SiteGrid(sites, images, boxes));
      }
    }
    return grids.get(kind);
  }

  /**
   * The shortest of the vectors from a place to the images of a site, fractional.
   *
   * @return its squared length in square units, infinite where beyond what partners may be apart
   */
  double shortest(int site, double x, double y, double z, double[] vector) {
    double dx = sites[3 * site] - x;
    double dy = sites[3 * site + 1] - y;
    double dz = sites[3 * site + 2] - z;
    dx -= Math.rint(dx);
    dy -= Math.rint(dy);
    dz -= Math.rint(dz);
    double most = 2 * siteTolerance * unit;
    double best = most * most;
    boolean found = false;
    for (int i = -reach[0]; i <= reach[0]; i++) {
      for (int j = -reach[1]; j <= reach[1]; j++) {
        for (int k = -reach[2]; k <= reach[2]; k++) {
          double squared = squared(dx + i, dy + j, dz + k);
          if (squared <= best) {
            best = squared;
            found = true;
            vector[0] = dx + i;
            vector[1] = dy + j;
            vector[2] = dz + k;
          }
        }
      }
    }
    return found ? best / (unit * unit) : Double.POSITIVE_INFINITY;
  }

  /** Squared length of a fractional vector, in square units. */
  double squaredInUnits(double x, double y, double z) {
    return squared(x, y, z) / (unit * unit);
  }

  private double squared(double x, double y, double z) {
    return x * (metric[0] * x + 2 * (metric[5] * y + metric[4] * z))
        + y * (metric[1] * y + 2 * metric[3] * z)
        + z * metric[2] * z;
  }
}
