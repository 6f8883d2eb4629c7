package dev.athanor.models.diffspectra.diffusion;

/** How hydrogen stands in the numbers of a molecule. */
public enum Hydrogens {
  /** As atoms of their own, as published. */
  EXPLICIT,
  /**
   * As a number at the atom that bears them. A molecule then has less than half as many atoms and a
   * fifth of the pairs, which is what makes training on a processor worthwhile.
   */
  IMPLICIT
}
