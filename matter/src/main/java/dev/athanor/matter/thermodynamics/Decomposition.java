package dev.athanor.matter.thermodynamics;

import java.util.List;

/**
 * The mixture of phases with the lowest energy at one composition.
 *
 * @param hullEnergy energy of the mixture, eV/atom relative to the elements
 * @param shares the phases of the mixture, largest share first
 */
public record Decomposition(double hullEnergy, List<Share> shares) {
  public Decomposition {
    shares = List.copyOf(shares);
  }

  /**
   * One phase of a mixture.
   *
   * @param entry the phase
   * @param fraction its share of all atoms, 0 to 1
   */
  public record Share(PhaseEntry entry, double fraction) {}
}
