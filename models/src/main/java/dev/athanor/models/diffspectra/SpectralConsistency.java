package dev.athanor.models.diffspectra;

import java.util.Optional;

/**
 * Whether spectra go with a molecule.
 *
 * @param mismatch root of the mean squared deviation in the model's own standard deviations
 * @param pValue share of held-out molecules whose own spectra lie at least as far from what the
 *     model expects of them; small where the spectra are of something else
 * @param outside why the model cannot say, for a person; empty where it can; the numbers are then
 *     meaningless
 */
public record SpectralConsistency(double mismatch, double pValue, Optional<String> outside) {
  public SpectralConsistency {
    if (!(pValue >= 0 && pValue <= 1)) {
      throw new IllegalArgumentException("a p-value of " + pValue);
    }
  }
}
