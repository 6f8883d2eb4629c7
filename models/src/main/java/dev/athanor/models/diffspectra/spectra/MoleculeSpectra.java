package dev.athanor.models.diffspectra.spectra;

import dev.athanor.matter.molecule.Molecule;
import dev.athanor.matter.spectroscopy.Spectrum;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The spectra of one molecule, with what is known about it.
 *
 * @param id identifier
 * @param spectra by modality; those without any line are left out
 * @param formula as given beside the spectra
 * @param answer the molecule itself, where the reader was allowed to look at it
 */
public record MoleculeSpectra(
    String id, Map<Modality, Spectrum> spectra, Optional<String> formula, Optional<Answer> answer) {
  /**
   * The molecule that has these spectra.
   *
   * @param smiles its constitution
   * @param molecule atoms with positions, angstrom, without bonds
   */
  public record Answer(String smiles, Molecule molecule) {}

  public MoleculeSpectra {
    spectra = spectra.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(spectra));
  }
}
