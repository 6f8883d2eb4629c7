package dev.athanor.tools.candidate;

import java.util.Optional;

/**
 * Whether something like a crystal is known.
 *
 * @param level how close the known ones come
 * @param closest identifier of the closest known structure, where there is one
 * @param closestFormula its reduced formula
 * @param distance distance of the structure fingerprints, 0 for the same structure
 * @param knownSuperconductor highest critical temperature reported for the composition, kelvin
 * @param reason the finding in words
 */
public record Novelty(
    Level level,
    Optional<String> closest,
    Optional<String> closestFormula,
    Optional<Double> distance,
    Optional<Double> knownSuperconductor,
    String reason) {
  /** From known to new. */
  public enum Level {
    /** The composition is among the known superconductors. */
    KNOWN_SUPERCONDUCTOR,
    /** A known structure has the same composition and the same arrangement. */
    KNOWN_STRUCTURE,
    /** The composition is known, in another arrangement. */
    KNOWN_COMPOSITION,
    /** The elements are known to form compounds together, none of this composition. */
    NEW_COMPOSITION,
    /** No compound of these elements together is known here. */
    NEW_SYSTEM
  }
}
