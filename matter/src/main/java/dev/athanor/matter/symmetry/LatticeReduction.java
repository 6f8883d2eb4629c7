package dev.athanor.matter.symmetry;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.symmetry.internal.Delaunay;
import dev.athanor.matter.symmetry.internal.Matrices;
import dev.athanor.matter.symmetry.internal.Niggli;
import java.util.ArrayList;
import java.util.List;

/**
 * Reduced cells: the same lattice spanned by vectors that are short and nearly at right angles.
 *
 * <p>The Niggli cell is unique for a lattice, up to rounding; the Delaunay cell is made of the
 * shortest independent vectors of the Selling-reduced set and need not be. Neither tells the
 * symmetry of a crystal. Cells keep their orientation in space and their handedness.
 *
 * @see <a href="https://doi.org/10.1107/S0567739476000636">Krivy and Gruber, Acta Cryst. A32, 297
 *     (1976)</a>; <a href="https://doi.org/10.1107/S010876730302186X">Grosse-Kunstleve, Sauter and
 *     Adams, Acta Cryst. A60, 1 (2004)</a> for the tolerance; Delaunay, Z. Krist. 84, 109 (1933)
 */
public final class LatticeReduction {
  /** Tolerance that suits cells read from files. */
  public static final double USUAL_TOLERANCE = 1e-5;

  private LatticeReduction() {}

  /**
   * A reduced cell.
   *
   * @param lattice the reduced cell, angstrom
   * @param change how its vectors are made of the given ones; determinant 1
   */
  public record Reduced(Lattice lattice, BasisChange change) {
    /** A crystal of the given cell described in this one; its sites keep their order. */
    public Crystal applyTo(Crystal crystal) {
      List<Site> sites = new ArrayList<>(crystal.sites().size());
      for (Site site : crystal.sites()) {
        sites.add(site.movedTo(change.toNew(site.position()).wrapped()));
      }
      return new Crystal(lattice, sites);
    }
  }

  /**
   * The Niggli-reduced cell. Scalar products of cell vectors that differ by less than {@code
   * relativeTolerance * V^(2/3)} count as equal.
   */
  public static Reduced niggli(Lattice lattice, double relativeTolerance) {
    double[] rows = Matrices.rows(lattice);
    return reduced(lattice, Niggli.reduce(rows, absolute(rows, relativeTolerance)));
  }

  /** The Delaunay-reduced cell, with the same meaning of the tolerance. */
  public static Reduced delaunay(Lattice lattice, double relativeTolerance) {
    double[] rows = Matrices.rows(lattice);
    return reduced(lattice, Delaunay.reduce(rows, absolute(rows, relativeTolerance)));
  }

  private static double absolute(double[] rows, double relativeTolerance) {
    if (!(relativeTolerance >= 0) || !(relativeTolerance < 0.1)) {
      throw new IllegalArgumentException(
          "a relative tolerance lies between 0 and 0.1: " + relativeTolerance);
    }
    double edge = Math.cbrt(Math.abs(Matrices.determinant(rows)));
    return relativeTolerance * edge * edge;
  }

  private static Reduced reduced(Lattice lattice, int[] change) {
    BasisChange basis = BasisChange.of(change);
    return new Reduced(basis.apply(lattice), basis);
  }
}
