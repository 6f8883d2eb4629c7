package dev.athanor.models.diffspectra;

import dev.athanor.matter.molecule.Molecule;
import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.models.diffspectra.spectra.Modality;
import java.util.Map;

/**
 * Tells a molecule from its spectra, or says that it cannot.
 *
 * <p>Implementations are safe for use by many threads at once and give the same answer to the same
 * question.
 */
public interface Elucidator {
  /**
   * The molecules that best explain the spectra.
   *
   * @return candidates by falling probability, or why this model has no answer; a question that it
   *     cannot reach is not an error
   */
  Elucidation elucidate(SpectralQuestion question);

  /**
   * The spectra that the model expects of a molecule, as curves on the modalities' grids, to be
   * drawn beside measured ones.
   *
   * @param molecule atoms and bonds; positions are not looked at
   * @return by modality, strongest point at 1; empty where the molecule is beyond the model's reach
   */
  Map<Modality, Spectrum> predictedSpectra(Molecule molecule);

  /**
   * How well spectra go with a molecule that is named beforehand.
   *
   * @return see {@link SpectralConsistency}
   */
  SpectralConsistency consistency(SpectralQuestion question, Molecule molecule);
}
