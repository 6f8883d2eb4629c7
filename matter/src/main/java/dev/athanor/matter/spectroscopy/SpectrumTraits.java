package dev.athanor.matter.spectroscopy;

/**
 * What the numbers of a spectrum mean, for files that hold numbers only.
 *
 * @param kind what was measured or computed
 * @param axis quantity and unit of the positions
 * @param intensityUnit unit of the intensities as printed; {@code relative} where only ratios mean
 *     something
 * @param form whether the points sample a curve or are separate lines
 */
public record SpectrumTraits(
    SpectrumKind kind, SpectrumAxis axis, String intensityUnit, Spectrum.Form form) {
  /** A measured infrared curve over wavenumbers, intensities of unknown unit. */
  public static final SpectrumTraits INFRARED_CURVE =
      new SpectrumTraits(
          SpectrumKind.INFRARED, SpectrumAxis.WAVENUMBER, "relative", Spectrum.Form.CURVE);
}
