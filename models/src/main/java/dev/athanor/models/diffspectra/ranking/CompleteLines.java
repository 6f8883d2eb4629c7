package dev.athanor.models.diffspectra.ranking;

import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.models.diffspectra.spectra.Modality;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Whether lists of vibrational lines can be all vibrations of a molecule: of N atoms {@code 3N -
 * 6}, one more where they lie on a line.
 *
 * <p>Programs that compute vibrations leave out those of nearly no frequency, two at most in the
 * data here; instruments see the strong ones only, from some hundred 1/cm on. Infrared and Raman
 * lists of one computation are equally long.
 */
public final class CompleteLines {
  /** How many vibrations a computed list may lack. */
  private static final int LACKING = 2;

  private static final double SLOW = 500;

  private CompleteLines() {}

  /** The numbers of atoms with which the lists would be complete; any where there are none. */
  public static IntPredicate atomCounts(Map<Modality, Spectrum> spectra) {
    List<Integer> lengths =
        spectra.entrySet().stream()
            .filter(e -> isVibrational(e.getKey(), e.getValue()))
            .map(e -> e.getValue().points().size())
            .toList();
    return atoms ->
        lengths.stream()
            .allMatch(count -> count <= 3 * atoms - 5 && count >= 3 * atoms - 6 - LACKING);
  }

  /** The length of the longest list; 0 where there is none. */
  static int most(Map<Modality, Spectrum> spectra) {
    return spectra.entrySet().stream()
        .filter(e -> isVibrational(e.getKey(), e.getValue()))
        .mapToInt(e -> e.getValue().points().size())
        .max()
        .orElse(0);
  }

  /**
   * Whether a list lacks slow vibrations: of the 11,331 computed molecules 27 have none below 500
   * 1/cm, all of them tiny, aromatic rings or cages, while most instruments end there.
   */
  static boolean lackSlow(Map<Modality, Spectrum> spectra) {
    return spectra.entrySet().stream()
        .filter(e -> isVibrational(e.getKey(), e.getValue()))
        .anyMatch(e -> e.getValue().start() > SLOW);
  }

  /** Whether there are infrared and Raman lists of different lengths. */
  static boolean differ(Map<Modality, Spectrum> spectra) {
    return spectra.entrySet().stream()
            .filter(e -> isVibrational(e.getKey(), e.getValue()))
            .map(e -> e.getValue().points().size())
            .distinct()
            .count()
        > 1;
  }

  private static boolean isVibrational(Modality modality, Spectrum spectrum) {
    return modality != Modality.ULTRAVIOLET_VISIBLE && spectrum.form() == Spectrum.Form.LINES;
  }
}
