package dev.athanor.matter.matching;

/** Which element may stand for which when two structures are compared. */
public enum SpeciesRule {
  /** Every element for itself. */
  SAME,
  /**
   * The elements of the two structures are the same set and may change places among each other:
   * perovskite against antiperovskite, or two of the ways to put three elements into a half-Heusler
   * cell.
   */
  PERMUTED,
  /** Any one-to-one map from the elements of one to those of the other: the same prototype. */
  ANONYMOUS
}
