package dev.athanor.tools.candidate;

import java.util.Optional;

/**
 * Where a candidate came from.
 *
 * @param route the way it was made
 * @param parent motif, prototype or known crystal, by identifier; what lent the composition where
 *     atoms were put at random
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
    /** Other elements in the places of a known crystal that is stable. */
    MUTATION,
    /** Atoms at random on the Wyckoff positions of a space group, then brought to rest. */
    SPACE_GROUP,
    /** Read from a file. */
    FILE
  }
}
