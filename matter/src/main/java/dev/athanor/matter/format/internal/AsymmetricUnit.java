package dev.athanor.matter.format.internal;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.symmetry.SymmetryOperation;
import java.util.ArrayList;
import java.util.List;

/** One site of each orbit of a crystal under operations that it has. */
public final class AsymmetricUnit {
  private AsymmetricUnit() {}

  /**
   * A representative of a set of equivalent sites.
   *
   * @param site the first of them
   * @param multiplicity how many they are
   */
  public record Orbit(Site site, int multiplicity) {}

  /**
   * The orbits, in the order of their first sites.
   *
   * @throws MatterException {@code BAD_SYMMETRY} when an operation moves a site to where no equal
   *     one is, within {@value SiteBuilder#SAME_PLACE} angstrom
   */
  public static List<Orbit> of(Crystal crystal, List<SymmetryOperation> operations) {
    List<Site> sites = crystal.sites();
    PlaceIndex index = new PlaceIndex(crystal.lattice());
    sites.forEach(site -> index.add(site.position().wrapped()));
    boolean[] seen = new boolean[sites.size()];
    List<Orbit> orbits = new ArrayList<>();
    for (int i = 0; i < sites.size(); i++) {
      if (!seen[i]) {
        orbits.add(new Orbit(sites.get(i), markImages(sites, i, operations, index, seen)));
      }
    }
    return orbits;
  }

  private static int markImages(
      List<Site> sites,
      int from,
      List<SymmetryOperation> operations,
      PlaceIndex index,
      boolean[] seen) {
    Site site = sites.get(from);
    int count = 0;
    for (SymmetryOperation operation : operations) {
      Vector3 image = operation.apply(site.position()).wrapped();
      int found = index.find(image, SiteBuilder.SAME_PLACE);
      if (found < 0 || !sites.get(found).occupancies().equals(site.occupancies())) {
        throw new MatterException(
            MatterErrors.BAD_SYMMETRY,
            "the crystal has not the symmetry "
                + operation.triplet()
                + " (site "
                + (from + 1)
                + ")");
      }
      if (!seen[found]) {
        seen[found] = true;
        count++;
      }
    }
    return count;
  }
}
