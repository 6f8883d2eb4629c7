package dev.athanor.agent.export;

import java.util.List;

/** The estimates that a candidate may carry, with how they are written. */
enum EstimateKind {
  /** Formation energy relative to the elements. */
  FORMATION_ENERGY("formation_energy", "Formation energy", 3),
  /** Energy above the hull of the reference phases. */
  ENERGY_ABOVE_HULL("energy_above_hull", "Energy above hull", 3),
  /** Probability that it superconducts above 1 K. */
  SUPERCONDUCTOR("superconductor", "Superconductor", 2),
  /** Transition temperature, if it superconducts. */
  CRITICAL_TEMPERATURE("critical_temperature", "Critical temperature", 1);

  private final String field;
  private final String title;
  private final int digits;

  EstimateKind(String field, String title, int digits) {
    this.field = field;
    this.title = title;
    this.digits = digits;
  }

  /** Name in JSON. */
  String field() {
    return field;
  }

  /** Name for a person. */
  String title() {
    return title;
  }

  /** Digits after the point that are shown. */
  int digits() {
    return digits;
  }

  /** All, in the order of a table. */
  static List<EstimateKind> all() {
    return List.of(values());
  }
}
