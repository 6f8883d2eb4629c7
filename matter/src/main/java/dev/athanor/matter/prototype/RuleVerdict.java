package dev.athanor.matter.prototype;

/**
 * What one rule of crystal chemistry says about a replacement or a mixture.
 *
 * @param rule which rule
 * @param kept whether it is kept
 * @param explanation the numbers with their units, as a sentence for a person
 */
public record RuleVerdict(Rule rule, boolean kept, String explanation) {
  /** The rules. */
  public enum Rule {
    /** Oxidation states add up to zero, mean states of one metal allowed. */
    CHARGE_BALANCE,
    /** Ions that replace each other differ by at most one in charge (Goldschmidt). */
    CHARGE_DIFFERENCE,
    /** Ions that replace each other differ by at most 15 % in radius (Goldschmidt). */
    IONIC_RADIUS,
    /** The cation is large enough for its number of neighbours (Pauling's first rule). */
    RADIUS_RATIO,
    /** Ions or metals that replace each other are similarly electronegative. */
    ELECTRONEGATIVITY,
    /** Metals that replace each other differ by at most 15 % in radius (Hume-Rothery). */
    METALLIC_RADIUS,
    /** Valence electrons per atom stay near those of the parent (Hume-Rothery). */
    VALENCE_ELECTRONS,
    /** Radii in a solid solution scatter little about their mean. */
    RADIUS_SCATTER
  }
}
