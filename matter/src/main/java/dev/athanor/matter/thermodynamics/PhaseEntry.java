package dev.athanor.matter.thermodynamics;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;

/**
 * A phase that competes for its composition.
 *
 * @param id identifier, unique in its source
 * @param composition what it is made of; only the ratios matter
 * @param formationEnergyPerAtom energy relative to the elements, eV/atom; all entries of one
 *     diagram must come from one reference set
 */
public record PhaseEntry(String id, Composition composition, double formationEnergyPerAtom) {
  public PhaseEntry {
    if (!Double.isFinite(formationEnergyPerAtom)) {
      throw new MatterException(
          MatterErrors.MALFORMED,
          "the formation energy of " + id + " is " + formationEnergyPerAtom + ", must be finite");
    }
  }
}
