package dev.athanor.matter.symmetry.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The operations that map a primitive cell and its sites onto themselves within a tolerance. */
public final class OperationSearch {
  private final AtomicCell cell;
  private final double angleTolerance;
  private final SiteGrid grid;

  /**
   * @param cell primitive, Delaunay-reduced
   * @param tolerance the largest that will be used, angstrom
   * @param angleTolerance degrees; 0 derives one from the tolerance
   */
  public OperationSearch(AtomicCell cell, double tolerance, double angleTolerance) {
    this.cell = cell;
    this.angleTolerance = angleTolerance;
    this.grid = new SiteGrid(cell, tolerance);
  }

  /** All operations within this tolerance, angstrom. */
  public List<FoundOperation> operations(double tolerance) {
    List<FoundOperation> found = new ArrayList<>();
    int from = cell.rarestSite();
    double[] p = cell.positions();
    for (int[] w : LatticeSymmetry.rotations(cell.rows(), tolerance, angleTolerance)) {
      double[] moved = new double[3];
      for (int k = 0; k < 3; k++) {
        moved[k] =
            w[3 * k] * p[3 * from]
                + w[3 * k + 1] * p[3 * from + 1]
                + w[3 * k + 2] * p[3 * from + 2];
      }
      for (int to = 0; to < cell.size(); to++) {
        if (cell.type(to) != cell.type(from)) {
          continue;
        }
        double[] shift = new double[3];
        for (int k = 0; k < 3; k++) {
          shift[k] = p[3 * to + k] - moved[k];
        }
        if (grid.isSymmetry(w, shift, tolerance)) {
          found.add(new FoundOperation(w, shift));
        }
      }
    }
    return found;
  }

  /** Those of the operations that hold within a smaller tolerance, too. */
  public List<FoundOperation> within(List<FoundOperation> operations, double tolerance) {
    Set<Integer> lattice = new HashSet<>();
    for (int[] w : LatticeSymmetry.rotations(cell.rows(), tolerance, angleTolerance)) {
      lattice.add(Arrays.hashCode(w));
    }
    List<FoundOperation> kept = new ArrayList<>();
    for (FoundOperation operation : operations) {
      if (lattice.contains(Arrays.hashCode(operation.rotation()))
          && grid.isSymmetry(operation.rotation(), operation.translation(), tolerance)) {
        kept.add(operation);
      }
    }
    return kept;
  }
}
