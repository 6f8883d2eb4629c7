package dev.athanor.tools.synthesis;

/**
 * A molecule that goes into a synthesis or comes out of it, so that a spectrum can tell whether it
 * is there and is what it should be.
 *
 * @param formula as a chemist writes it
 * @param name its name
 * @param smiles its constitution
 * @param role which way it goes
 * @param why where it comes from
 */
public record MolecularSpecies(String formula, String name, String smiles, Role role, String why) {
  /** Which way a molecule goes. */
  public enum Role {
    /** It goes in. */
    PRECURSOR,
    /** It comes out. */
    BY_PRODUCT
  }
}
