package dev.athanor.matter.ordering;

import dev.athanor.matter.crystal.Crystal;

/**
 * One ordered crystal made from a disordered one.
 *
 * @param crystal the ordered supercell, Niggli-reduced; empty places are gone
 * @param cells primitive cells of the parent in it
 * @param multiplicity how many ways of filling this supercell are equivalent to it, which is its
 *     weight in a random mixture
 * @param score what ranks it, the lower the likelier; comparable among derivatives of one parent
 * @param kind what the score is
 */
public record OrderedDerivative(
    Crystal crystal, int cells, int multiplicity, double score, ScoreKind kind) {
  /** What a score is made of. */
  public enum ScoreKind {
    /** Energy of point charges at their oxidation states, eV per place of the parent. */
    ELECTROSTATIC,
    /** Sum over pairs of like occupants of (nearest distance / distance)^6, per place; no unit. */
    LIKE_ATOMS_APART
  }
}
