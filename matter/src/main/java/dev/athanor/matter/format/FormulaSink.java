package dev.athanor.matter.format;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;

/**
 * Takes formulas one at a time as they are read, and what could not be read, so that one bad line
 * does not end the reading of many.
 */
public interface FormulaSink {
  /**
   * A formula; called in the order of the input.
   *
   * @param id its identifier where it has one, else the number of its row, 1 for the first
   */
  void accepted(String id, Composition composition);

  /**
   * A row without a formula that can be read.
   *
   * @param id as for {@link #accepted}
   * @param why code, message, line
   */
  void rejected(String id, MatterException why);
}
