package dev.athanor.matter.format;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.thermodynamics.PhaseEntry;

/**
 * Takes phases one at a time as they are read, and what could not be read, so that one bad line
 * does not end the reading of many.
 */
public interface PhaseEntrySink {
  /** A phase; called in the order of the input. */
  void accepted(PhaseEntry entry);

  /**
   * A line that is no phase.
   *
   * @param id its identifier where it has one, else its formula, else its place in the input
   * @param why code, message, line
   */
  void rejected(String id, MatterException why);
}
