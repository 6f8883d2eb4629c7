package dev.athanor.models.diffspectra;

import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.models.diffspectra.spectra.Modality;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Spectra of an unknown molecule, and what else is known about it.
 *
 * @param spectra lines or curves, by modality, on the axis of the modality or one that converts to
 *     it; those that are missing are left out
 * @param formula as in {@code C5H8O2}, where it is known; charges are not part of it
 * @param atoms number of atoms with the hydrogens, where it is known
 * @param candidates how many candidates are wanted, 1 to {@value #MAX_CANDIDATES}
 * @param patience how long it may take; the best answer until then is given
 */
public record SpectralQuestion(
    Map<Modality, Spectrum> spectra,
    Optional<String> formula,
    OptionalInt atoms,
    int candidates,
    Duration patience) {
  /** Most candidates that can be asked for. */
  public static final int MAX_CANDIDATES = 1000;

  /** How long a question may take where nobody says otherwise. */
  public static final Duration USUAL_PATIENCE = Duration.ofSeconds(60);

  private static final int MAX_FORMULA = 100;

  public SpectralQuestion {
    if (candidates < 1 || candidates > MAX_CANDIDATES) {
      throw new IllegalArgumentException(
          candidates + " candidates wanted; 1 to " + MAX_CANDIDATES + " can be given");
    }
    if (atoms.isPresent() && (atoms.getAsInt() < 1 || atoms.getAsInt() > 1000)) {
      throw new IllegalArgumentException("a molecule of " + atoms.getAsInt() + " atoms");
    }
    if (formula.isPresent() && formula.get().length() > MAX_FORMULA) {
      throw new IllegalArgumentException("a formula of more than " + MAX_FORMULA + " characters");
    }
    if (patience.isNegative() || patience.isZero()) {
      throw new IllegalArgumentException("a patience of " + patience);
    }
    EnumMap<Modality, Spectrum> copy = new EnumMap<>(Modality.class);
    copy.putAll(spectra);
    spectra = Collections.unmodifiableMap(copy);
  }

  /** A question with ten candidates and the usual patience. */
  public static SpectralQuestion of(Map<Modality, Spectrum> spectra, Optional<String> formula) {
    return new SpectralQuestion(spectra, formula, OptionalInt.empty(), 10, USUAL_PATIENCE);
  }
}
