package dev.athanor.models.diffspectra.sampling;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.models.diffspectra.spectra.Modality;
import java.util.List;
import java.util.Map;

/** Draws molecules of a formula that spectra may come from. */
@FunctionalInterface
public interface MoleculeDraw {
  /**
   * Draws.
   *
   * @param spectra by modality, any of them
   * @param formula whole numbers of atoms
   * @param count how many draws it takes
   * @return sound molecules of the formula, each constitution once, what the spectra speak for most
   *     first
   */
  List<MolecularGraph> draw(Map<Modality, Spectrum> spectra, Composition formula, int count);
}
