package dev.athanor.tools.elucidation;

import dev.athanor.matter.molecule.Molecule;
import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.models.diffspectra.Elucidation;
import dev.athanor.models.diffspectra.Elucidator;
import dev.athanor.models.diffspectra.SpectralConsistency;
import dev.athanor.models.diffspectra.SpectralQuestion;
import dev.athanor.models.diffspectra.spectra.Modality;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Spectra of something that nobody has named yet, ready for an {@link Elucidator}.
 *
 * @param id identifier
 * @param spectra by modality, intensities that grow with absorption or scattering; may be empty
 *     only where {@code outside} says why
 * @param formula of the molecule, where it is known
 * @param outside why no model here can take it, as far as the input itself tells; empty where one
 *     may try
 * @param remarks what a careful reader should know about the spectra
 */
public record UnknownMolecule(
    String id,
    Map<Modality, Spectrum> spectra,
    Optional<String> formula,
    Optional<String> outside,
    List<String> remarks) {
  public UnknownMolecule {
    spectra = Map.copyOf(spectra);
    remarks = List.copyOf(remarks);
    if (spectra.isEmpty() && outside.isEmpty()) {
      throw new IllegalArgumentException("neither a spectrum nor a reason why there is none");
    }
  }

  /** Which spectra there are: {@code ir}, {@code raman}, {@code uv}. */
  public List<String> modalities() {
    return Arrays.stream(Modality.values())
        .filter(spectra::containsKey)
        .map(Modality::field)
        .toList();
  }

  /** The same with another formula than its input gave, where one is given here. */
  public UnknownMolecule withFormula(Optional<String> given) {
    return given.isEmpty() ? this : new UnknownMolecule(id, spectra, given, outside, remarks);
  }

  /**
   * The molecules that may have these spectra.
   *
   * @param atoms number of atoms with the hydrogens, where it is known
   * @param candidates how many are wanted
   * @param patience how long it may take
   */
  public Elucidation elucidate(
      Elucidator elucidator, OptionalInt atoms, int candidates, Duration patience) {
    return outside
        .map(why -> Elucidation.outside(why, Duration.ZERO))
        .orElseGet(
            () ->
                elucidator.elucidate(
                    new SpectralQuestion(spectra, formula, atoms, candidates, patience)));
  }

  /** Whether these spectra go with a molecule that is named beforehand. */
  public SpectralConsistency verify(Elucidator elucidator, Molecule molecule) {
    return outside
        .map(why -> new SpectralConsistency(0, 0, Optional.of(why)))
        .orElseGet(() -> elucidator.consistency(SpectralQuestion.of(spectra, formula), molecule));
  }
}
