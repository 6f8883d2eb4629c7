package dev.athanor.knowledge.build;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.symmetry.SymmetryAnalysis;
import java.util.OptionalInt;

/**
 * Space groups determined from the structures themselves, within {@link #TOLERANCE_ANGSTROM}: wide
 * enough for the coordinates of databases, whose last digits are noise.
 */
public final class DeterminedSpaceGroups implements SpaceGroups {
  /** Distance within which sites are the same. */
  public static final double TOLERANCE_ANGSTROM = 0.01;

  @Override
  public OptionalInt of(Crystal crystal) {
    try {
      return OptionalInt.of(SymmetryAnalysis.of(crystal, TOLERANCE_ANGSTROM).spaceGroup().number());
    } catch (MatterException e) {
      // too many sites, or two of them in one place: nothing that can be told
      return OptionalInt.empty();
    }
  }
}
