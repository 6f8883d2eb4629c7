package dev.athanor.matter.symmetry;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.symmetry.internal.AtomicCell;
import dev.athanor.matter.symmetry.internal.Closeness;
import dev.athanor.matter.symmetry.internal.Matrices;
import dev.athanor.matter.symmetry.internal.PrimitiveSearch;
import java.util.ArrayList;
import java.util.List;

/**
 * The smallest cell that repeats a crystal, Niggli-reduced.
 *
 * <p>A translation counts when it brings every site to within the tolerance of one with the same
 * occupants; copies are averaged. Where the translations found make no group, the tolerance is
 * lowered until they do. Sites stand in the order of their first copies; the orientation in space
 * is kept, a left-handed cell becomes right-handed. Lattice parameters are not symmetrised.
 */
public final class PrimitiveCell {
  /** Sites that a crystal may have here: the search grows with the square of their number. */
  public static final int MAX_SITES = 5_000;

  private PrimitiveCell() {}

  /**
   * The primitive cell of a crystal.
   *
   * @param toleranceAngstrom distance within which sites are the same, above 0
   * @throws MatterException {@code TOO_LARGE} beyond {@value #MAX_SITES} sites, or where
   *     near-symmetries of very many sites would take minutes to tell apart; {@code
   *     BAD_COORDINATES} where two sites of the same occupants coincide
   */
  public static Crystal of(Crystal crystal, double toleranceAngstrom) {
    AtomicCell cell = checked(crystal, toleranceAngstrom);
    PrimitiveSearch search =
        PrimitiveSearch.of(cell, Closeness.usableTolerance(cell, toleranceAngstrom));
    AtomicCell primitive = search.cell();
    Lattice lattice = Matrices.lattice(primitive.rows());
    LatticeReduction.Reduced reduced =
        LatticeReduction.niggli(lattice, LatticeReduction.USUAL_TOLERANCE);
    int[] representatives = search.representatives();
    List<Site> sites = new ArrayList<>(primitive.size());
    for (int i = 0; i < representatives.length; i++) {
      if (representatives[i] == sites.size()) {
        double[] p = primitive.positions();
        int at = 3 * sites.size();
        Vector3 position = new Vector3(p[at], p[at + 1], p[at + 2]);
        sites.add(crystal.sites().get(i).movedTo(reduced.change().toNew(position).wrapped()));
      }
    }
    return new Crystal(reduced.lattice(), sites);
  }

  static AtomicCell checked(Crystal crystal, double toleranceAngstrom) {
    if (!(toleranceAngstrom > 0) || !Double.isFinite(toleranceAngstrom)) {
      throw new IllegalArgumentException(
          "a tolerance is a length above 0 angstrom: " + toleranceAngstrom);
    }
    if (crystal.sites().size() > MAX_SITES) {
      throw new MatterException(
          MatterErrors.TOO_LARGE,
          crystal.sites().size()
              + " sites; symmetry is determined for at most "
              + MAX_SITES
              + " of them");
    }
    return AtomicCell.of(crystal);
  }
}
