package dev.athanor.tools.elucidation;

import dev.athanor.matter.MatterException;

/** Takes unknown molecules one after another, and what could not be read as one. */
public interface UnknownMoleculeSink {
  /** The spectra of one molecule; called in the order of the input. */
  void accepted(UnknownMolecule unknown);

  /**
   * An entry that holds no spectra.
   *
   * @param id its identifier where it has one, else its place in the input
   * @param why code, message, line
   */
  void rejected(String id, MatterException why);
}
