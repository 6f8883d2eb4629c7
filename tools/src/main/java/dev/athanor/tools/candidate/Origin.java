package dev.athanor.tools.candidate;

import java.util.Optional;

/**
 * Where a candidate came from.
 *
 * @param route the way it was made
 * @param parent motif or prototype, by identifier
 * @param prototype name of the structure type, or the parent where the type has no name
 * @param substitution what replaced what, as in {@code "Zr -> Hf, Re -> Re"}
 * @param score how likely the substitution is, larger is likelier; comparable within one route
 * @param spaceGroup number of the space group of the parent, 1 to 230, where it is known
 * @param rule why its electron count or charge is plausible
 * @param note a sentence about the parent
 */
public record Origin(
    Route route,
    String parent,
    String prototype,
    String substitution,
    double score,
    Optional<Integer> spaceGroup,
    String rule,
    Optional<String> note) {
  /** The ways to make a candidate. */
  public enum Route {
    /** Substitution into the structure of a known superconductor. */
    MOTIF,
    /** Decoration of a structure type. */
    PROTOTYPE,
    /** Read from a file. */
    FILE
  }
}
