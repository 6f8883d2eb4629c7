package dev.athanor.models.diffspectra.ranking;

import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.models.diffspectra.spectra.Modality;
import java.util.List;
import java.util.Map;

/**
 * By what the positions of curves are multiplied to meet those of the computed lines: harmonic
 * frequencies of a method lie off measured ones by a few per cent, most of them in one direction.
 */
public final class Scales {
  private static final List<Double> OF_CURVES = List.of(1.0, 0.98, 1.02, 0.96, 1.04, 0.94, 1.06);

  private Scales() {}

  /** Those that are tried for these spectra. */
  public static List<Double> of(Map<Modality, Spectrum> spectra) {
    boolean vibrations =
        spectra.entrySet().stream()
            .anyMatch(
                e ->
                    e.getKey() != Modality.ULTRAVIOLET_VISIBLE
                        && e.getValue().form() == Spectrum.Form.CURVE);
    return vibrations ? OF_CURVES : List.of(1.0);
  }
}
