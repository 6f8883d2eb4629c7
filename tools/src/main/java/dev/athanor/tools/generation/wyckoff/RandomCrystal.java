package dev.athanor.tools.generation.wyckoff;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.GeometryCheck;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.symmetry.CoordinateTriplet;
import dev.athanor.matter.symmetry.PrimitiveCell;
import dev.athanor.matter.symmetry.SpaceGroup;
import dev.athanor.matter.symmetry.SymmetryOperation;
import dev.athanor.matter.symmetry.WyckoffPositions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Crystals of a composition with atoms at random on the Wyckoff positions of a space group, none
 * nearer to another than a share of the sum of their radii. The symmetry of a crystal may come out
 * higher than that of the group. Such crystals are starting points: nothing says that they are near
 * a minimum of the energy, and most are not.
 *
 * <p>In the manner of ab initio random structure searching.
 *
 * @see <a href="https://doi.org/10.1088/0953-8984/23/5/053201">Pickard and Needs, J. Phys.:
 *     Condens. Matter 23, 053201 (2011)</a>
 */
public final class RandomCrystal {
  private static final int CELLS = 6;
  private static final int PLACES = 15;
  private static final double SAME = 1e-3;

  private RandomCrystal() {}

  /**
   * Draws a crystal; empty where the atoms do not fit the group, or found no room in some tries.
   *
   * @param group in its standard setting
   * @param atoms of each element in the primitive cell
   * @param volume of the primitive cell, cubic angstrom
   */
  public static Optional<Crystal> draw(
      SpaceGroup group, Map<Element, Integer> atoms, double volume, Random random) {
    int cells = (int) group.operations().stream().filter(SymmetryOperation::isTranslation).count();
    Map<Element, Integer> counts = new EnumMap<>(Element.class);
    atoms.forEach((element, count) -> counts.put(element, count * cells));
    Optional<List<PositionChoice.Seat>> seats =
        PositionChoice.draw(WyckoffPositions.of(group), counts, random);
    for (int cell = 0; seats.isPresent() && cell < CELLS; cell++) {
      Optional<Crystal> crystal =
          seated(RandomCell.of(group, volume * cells, random), seats.get(), random);
      if (crystal.isPresent()) {
        return primitive(crystal.get(), atoms);
      }
    }
    return Optional.empty();
  }

  private static Optional<Crystal> seated(
      Lattice cell, List<PositionChoice.Seat> seats, Random random) {
    List<Site> sites = new ArrayList<>();
    for (PositionChoice.Seat seat : seats) {
      boolean found = false;
      int tries = seat.position().freeParameters() == 0 ? 1 : PLACES;
      for (int i = 0; i < tries && !found; i++) {
        Vector3 free = new Vector3(random.nextDouble(), random.nextDouble(), random.nextDouble());
        List<Site> orbit = new ArrayList<>();
        for (CoordinateTriplet triplet : seat.position().coordinates()) {
          orbit.add(Site.of(seat.element(), triplet.apply(free).wrapped()));
        }
        if (Room.isLeft(cell, sites, orbit)) {
          sites.addAll(orbit);
          found = true;
        }
      }
      if (!found) {
        return Optional.empty();
      }
    }
    return Optional.of(new Crystal(cell, sites));
  }

  /** The primitive cell, where it holds just the atoms that were asked for and they have room. */
  private static Optional<Crystal> primitive(Crystal crystal, Map<Element, Integer> atoms) {
    try {
      Crystal primitive = PrimitiveCell.of(crystal, SAME);
      int wanted = atoms.values().stream().mapToInt(Integer::intValue).sum();
      boolean fits = primitive.sites().size() <= wanted && GeometryCheck.of(primitive).isPossible();
      return fits ? Optional.of(primitive) : Optional.empty();
    } catch (MatterException e) {
      // two atoms met after all: as good as no room
      return Optional.empty();
    }
  }
}
