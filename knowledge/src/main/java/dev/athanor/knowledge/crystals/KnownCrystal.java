package dev.athanor.knowledge.crystals;

import dev.athanor.matter.crystal.Crystal;
import java.util.OptionalInt;

/**
 * A known, stable compound that stands for its structure type.
 *
 * @param id identifier in the database that it is from
 * @param crystal the structure, every site filled by one element
 * @param prototype key that crystals of one structure type share, as that of motifs
 * @param spaceGroup number of the space group, 1 to 230; empty where it cannot be told
 * @param compounds how many stable compounds of the data set have the type, this one included
 */
public record KnownCrystal(
    String id, Crystal crystal, String prototype, OptionalInt spaceGroup, int compounds) {
  public KnownCrystal {
    if (!crystal.isOrdered() || compounds < 1) {
      throw new IllegalArgumentException("a known crystal is ordered, and one of its type: " + id);
    }
  }
}
