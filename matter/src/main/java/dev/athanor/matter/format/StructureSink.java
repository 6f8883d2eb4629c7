package dev.athanor.matter.format;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.CrystalRecord;

/**
 * Takes crystals one at a time as they are read, and what could not be read, so that one bad entry
 * does not end the reading of many.
 */
public interface StructureSink {
  /** A crystal; called in the order of the input. */
  void accepted(CrystalRecord entry);

  /**
   * An entry that is no crystal.
   *
   * @param id its identifier where it has one, else its place in the input
   * @param why code, message, line
   */
  void rejected(String id, MatterException why);

  /**
   * Something to know about a crystal that is accepted right after.
   *
   * @param id its identifier
   * @param warning what was found
   */
  default void warned(String id, CifWarning warning) {}

  /**
   * Whether crystals whose species are placeholders ({@code X0}, {@code X1}; see {@link
   * PlaceholderSpecies}) are wanted. They are rejected otherwise, because elements stand in for
   * what nobody knows: only a taker of pure geometry, such as the symmetry, should say yes.
   */
  default boolean takesPlaceholders() {
    return false;
  }
}
