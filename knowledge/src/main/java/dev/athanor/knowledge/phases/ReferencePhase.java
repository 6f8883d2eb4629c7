package dev.athanor.knowledge.phases;

import dev.athanor.knowledge.KnowledgeErrors;
import dev.athanor.knowledge.KnowledgeException;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.thermodynamics.PhaseEntry;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A known compound and how strongly it is bound.
 *
 * @param id identifier in its source, such as {@code mp-10}
 * @param formula reduced formula, as in {@code ZrRe2}
 * @param composition the same as amounts
 * @param spaceGroup number of the space group, 1 to 230; empty where it was not determined
 * @param formationEnergyPerAtom energy relative to the elements, eV/atom, from the source that the
 *     table names
 * @param dftFormationEnergyPerAtom the energy that density functional theory gave, eV/atom; for
 *     comparison only, never part of the diagram
 * @param origin where the phase comes from: {@code materials_project}, {@code element}, or the name
 *     of a user's file
 */
public record ReferencePhase(
    String id,
    String formula,
    Composition composition,
    OptionalInt spaceGroup,
    double formationEnergyPerAtom,
    OptionalDouble dftFormationEnergyPerAtom,
    String origin) {
  /** Energies beyond this, eV/atom, are no formation energies of anything. */
  private static final double MAX_ENERGY = 20;

  public ReferencePhase {
    if (!(Math.abs(formationEnergyPerAtom) <= MAX_ENERGY)) {
      throw new KnowledgeException(
          KnowledgeErrors.BAD_ROW,
          "formation energy "
              + formationEnergyPerAtom
              + " eV/atom of "
              + formula
              + " is no formation energy");
    }
    if (spaceGroup.isPresent() && (spaceGroup.getAsInt() < 1 || spaceGroup.getAsInt() > 230)) {
      throw new KnowledgeException(
          KnowledgeErrors.BAD_ROW, "space group " + spaceGroup.getAsInt() + " does not exist");
    }
  }

  /** The phase as the phase diagram takes it. */
  public PhaseEntry entry() {
    return new PhaseEntry(id, composition, formationEnergyPerAtom);
  }
}
