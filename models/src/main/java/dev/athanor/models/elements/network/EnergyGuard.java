package dev.athanor.models.elements.network;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.models.Estimate;
import java.util.function.Function;

/**
 * Tells a relaxation that went wrong by its energy: the end must not lie above the start by more
 * than the standard deviation of the end's predicted energy.
 *
 * <p>Only the ends are compared. Energies are learned from crystals at rest: of crystals on the way
 * they say so little that stopping steps by them made relaxations worse (median displacement of 80
 * shaken crystals 0.069 instead of 0.062 angstrom).
 */
final class EnergyGuard {
  private final Function<Crystal, Estimate> energies;

  /**
   * A guard.
   *
   * @param energies formation energy of a crystal, eV/atom
   */
  EnergyGuard(Function<Crystal, Estimate> energies) {
    this.energies = energies;
  }

  /** Whether a relaxation may end there. */
  boolean admits(Crystal start, Crystal end) {
    Estimate energy = energies.apply(end);
    return energy.value() <= energies.apply(start).value() + energy.standardDeviation();
  }
}
