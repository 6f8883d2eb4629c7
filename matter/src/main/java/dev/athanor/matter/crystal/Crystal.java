package dev.athanor.matter.crystal;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A periodic structure: a lattice and the sites of one cell.
 *
 * @param lattice cell vectors, angstrom
 * @param sites occupied places, fractional coordinates, in the order of the source
 */
public record Crystal(Lattice lattice, List<Site> sites) {
  /** Largest number of sites that a crystal may have here. */
  public static final int MAX_SITES = 100_000;

  /** Grams per cubic centimetre of one atomic mass unit per cubic angstrom. */
  private static final double DENSITY_UNIT = 1.66053906660;

  public Crystal {
    sites = List.copyOf(sites);
    if (sites.isEmpty()) {
      throw new MatterException(MatterErrors.MISSING_SITES, "a crystal needs at least one site");
    }
    if (sites.size() > MAX_SITES) {
      throw new MatterException(
          MatterErrors.TOO_LARGE, sites.size() + " sites; at most " + MAX_SITES + " are accepted");
    }
  }

  /** What the cell holds, amounts per cell. */
  public Composition composition() {
    EnumMap<Element, Double> amounts = new EnumMap<>(Element.class);
    for (Site site : sites) {
      site.occupancies().forEach((element, share) -> amounts.merge(element, share, Double::sum));
    }
    return new Composition(amounts);
  }

  /** True when every site is filled by exactly one element. */
  public boolean isOrdered() {
    return sites.stream().allMatch(Site::isOrdered);
  }

  /** Mass density, g/cm3. */
  public double density() {
    return composition().mass() / lattice.volume() * DENSITY_UNIT;
  }

  /** Cell volume per atom, cubic angstrom. */
  public double volumePerAtom() {
    return lattice.volume() / composition().atomCount();
  }

  /** The crystal whose cell is {@code na x nb x nc} of this one. */
  public Crystal supercell(int na, int nb, int nc) {
    if (na < 1 || nb < 1 || nc < 1 || (long) na * nb * nc * sites.size() > MAX_SITES) {
      throw new MatterException(
          MatterErrors.TOO_LARGE,
          "a supercell needs factors from 1 and at most " + MAX_SITES + " sites");
    }
    List<Site> copies = new ArrayList<>(na * nb * nc * sites.size());
    for (Site site : sites) {
      for (int i = 0; i < na; i++) {
        for (int j = 0; j < nb; j++) {
          for (int k = 0; k < nc; k++) {
            Vector3 p = site.position();
            copies.add(
                site.movedTo(new Vector3((p.x() + i) / na, (p.y() + j) / nb, (p.z() + k) / nc)));
          }
        }
      }
    }
    return new Crystal(
        new Lattice(lattice.a().times(na), lattice.b().times(nb), lattice.c().times(nc)), copies);
  }

  /** The same sites in another cell. */
  public Crystal withLattice(Lattice newLattice) {
    return new Crystal(newLattice, sites);
  }

  /** Every element replaced by its image under {@code mapping}; elements not named stay. */
  public Crystal substituted(Map<Element, Element> mapping) {
    List<Site> replaced = new ArrayList<>(sites.size());
    for (Site site : sites) {
      EnumMap<Element, Double> occupancies = new EnumMap<>(Element.class);
      site.occupancies()
          .forEach((e, share) -> occupancies.merge(mapping.getOrDefault(e, e), share, Double::sum));
      replaced.add(new Site(occupancies, site.position()));
    }
    return new Crystal(lattice, replaced);
  }
}
