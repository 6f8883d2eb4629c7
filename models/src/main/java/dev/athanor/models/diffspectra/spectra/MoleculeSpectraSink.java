package dev.athanor.models.diffspectra.spectra;

import dev.athanor.matter.MatterException;

/**
 * Takes spectra one molecule at a time as they are read, and what could not be read, so that one
 * bad line does not end the reading of many.
 */
public interface MoleculeSpectraSink {
  /** The spectra of a molecule; called in the order of the input. */
  void accepted(MoleculeSpectra spectra);

  /**
   * A line that holds no spectra.
   *
   * @param id its identifier where it has one, else its place in the input
   * @param why code, message, line
   */
  void rejected(String id, MatterException why);
}
