package dev.athanor.matter.matching;

import java.util.Optional;

/**
 * Whether a crystal is among the known ones.
 *
 * @param verdict the answer
 * @param nearest the most similar known structure of the same reduced formula, where there is one
 */
public record Novelty(Verdict verdict, Optional<StructureIndex.Match> nearest) {
  /** The answers. */
  public enum Verdict {
    /** A known structure has the same reduced formula and the same arrangement. */
    KNOWN,
    /** The reduced formula is known, in other arrangements. */
    KNOWN_COMPOSITION_OTHER_STRUCTURE,
    /** No known structure has this reduced formula. */
    NEW_COMPOSITION
  }
}
