package dev.athanor.agent.cli;

import java.util.Locale;

/** What {@code athanor predict} can be asked for. */
enum PredictedProperty {
  /** Formation energy relative to the elements, eV/atom. */
  FORMATION_ENERGY,
  /** Energy above the hull of the reference phases, eV/atom; below zero: more stable than all. */
  ENERGY_ABOVE_HULL,
  /**
   * Superconducting transition temperature, K: of a crystal, if it superconducts at all; of a
   * formula, what a measurement would report, 0 where finding nothing is likelier.
   */
  TC,
  /** Probability that it superconducts above 1 K. */
  SUPERCONDUCTOR;

  /** The name on the command line, as in {@code energy_above_hull}. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
