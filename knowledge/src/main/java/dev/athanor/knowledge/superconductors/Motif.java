package dev.athanor.knowledge.superconductors;

import dev.athanor.matter.crystal.Crystal;
import java.util.OptionalInt;

/**
 * An ordered crystal that stands for a known superconductor, to substitute into.
 *
 * @param id identifier, the formula reported and the database entry whose structure it has
 * @param crystal the structure, every site filled by one element
 * @param reportedFormula composition to which the temperature belongs; differs from the crystal's
 *     where the sample was doped or off stoichiometry
 * @param criticalTemperatureKelvin highest value reported for it, kelvin, above 0
 * @param evidence measured, computed or a user's
 * @param family as in {@link KnownSuperconductor#family()}
 * @param source data set
 * @param spaceGroup number of the space group as published; empty where it is not known
 * @param prototype key that motifs of one structure type share: ratios, sites of the cell and space
 *     group, as in {@code AB2/6/191}
 * @param orderedFromDisorder true where sites shared by several elements were given to the major
 *     one
 */
public record Motif(
    String id,
    Crystal crystal,
    String reportedFormula,
    double criticalTemperatureKelvin,
    Evidence evidence,
    String family,
    String source,
    OptionalInt spaceGroup,
    String prototype,
    boolean orderedFromDisorder) {
  public Motif {
    if (!crystal.isOrdered()) {
      throw new IllegalArgumentException("a motif must be ordered: " + id);
    }
  }
}
