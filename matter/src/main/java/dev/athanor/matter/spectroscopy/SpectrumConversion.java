package dev.athanor.matter.spectroscopy;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.util.function.DoubleUnaryOperator;

/**
 * The same spectrum in other units.
 *
 * <p>Positions: {@code wavenumber = 1e7 / wavelength} and {@code wavenumber = energy / (h c)}, in
 * 1/cm, nm and eV. Intensities: {@code A = -log10(T)}, and {@code f(R) = (1 - R)^2 / (2 R)} of
 * Kubelka and Munk for diffuse reflectance. Intensities stay with their points when positions are
 * converted; a spectral density, such as emitted power per nanometre, would have to be divided by
 * the change of scale as well, so these are not for emission spectra.
 *
 * @see <a href="https://physics.nist.gov/cgi-bin/cuu/Value?minvcm">1 eV in 1/cm, CODATA 2018</a>;
 *     Kubelka and Munk, Z. Techn. Phys. 12, 593 (1931)
 */
public final class SpectrumConversion {
  /** Wavenumber of one electronvolt, 1/cm. */
  public static final double WAVENUMBERS_PER_EV = 8065.543937;

  /** Transmittance below which noise and light are not told apart: absorbance 6. */
  public static final double DARKEST = 1e-6;

  private static final double NANOMETRES_PER_CM = 1e7;

  private SpectrumConversion() {}

  /**
   * Positions as wavenumbers, 1/cm; Raman shifts are wavenumbers already.
   *
   * @throws MatterException {@code UNKNOWN_FORMAT} where the axis is no energy of light, {@code
   *     BAD_COORDINATES} where a wavelength is not above 0
   */
  public static Spectrum toWavenumber(Spectrum spectrum) {
    return switch (spectrum.axis()) {
      case WAVENUMBER, RAMAN_SHIFT -> spectrum;
      case WAVELENGTH -> {
        if (spectrum.start() <= 0) {
          throw new MatterException(
              MatterErrors.BAD_COORDINATES, "a wavelength of " + spectrum.start() + " nm");
        }
        yield moved(spectrum, SpectrumAxis.WAVENUMBER, x -> NANOMETRES_PER_CM / x);
      }
      case ENERGY -> moved(spectrum, SpectrumAxis.WAVENUMBER, x -> x * WAVENUMBERS_PER_EV);
      case CHEMICAL_SHIFT, TWO_THETA, MASS_TO_CHARGE ->
          throw new MatterException(
              MatterErrors.UNKNOWN_FORMAT, "no wavenumbers for the axis " + spectrum.axis());
    };
  }

  /**
   * Positions as energies of photons, eV.
   *
   * @throws MatterException as {@link #toWavenumber}
   */
  public static Spectrum toEnergy(Spectrum spectrum) {
    return spectrum.axis() == SpectrumAxis.ENERGY
        ? spectrum
        : moved(toWavenumber(spectrum), SpectrumAxis.ENERGY, x -> x / WAVENUMBERS_PER_EV);
  }

  /**
   * Transmittance as absorbance; shares below {@value #DARKEST} count as that.
   *
   * @throws MatterException {@code UNKNOWN_FORMAT} where the intensities are neither
   */
  public static Spectrum toAbsorbance(Spectrum spectrum) {
    return switch (spectrum.intensityUnit()) {
      case "absorbance" -> spectrum;
      case "transmittance" ->
          rescaled(spectrum, "absorbance", y -> -Math.log10(Math.max(y, DARKEST)));
      default -> throw notFrom(spectrum, "absorbance");
    };
  }

  /**
   * Diffuse reflectance as the function of Kubelka and Munk, which grows with absorption as
   * absorbance does; shares below {@value #DARKEST} count as that, above 1 as 1.
   *
   * @throws MatterException {@code UNKNOWN_FORMAT} where the intensities are no reflectance
   */
  public static Spectrum toKubelkaMunk(Spectrum spectrum) {
    if (!spectrum.intensityUnit().equals("reflectance")) {
      throw notFrom(spectrum, "the function of Kubelka and Munk");
    }
    return rescaled(
        spectrum,
        "kubelka-munk",
        y -> {
          double share = Math.max(DARKEST, Math.min(1, y));
          return (1 - share) * (1 - share) / (2 * share);
        });
  }

  private static MatterException notFrom(Spectrum spectrum, String wanted) {
    return new MatterException(
        MatterErrors.UNKNOWN_FORMAT,
        "intensities in '" + spectrum.intensityUnit() + "' do not tell " + wanted);
  }

  private static Spectrum moved(Spectrum spectrum, SpectrumAxis axis, DoubleUnaryOperator change) {
    return new Spectrum(
        spectrum.kind(),
        axis,
        spectrum.intensityUnit(),
        spectrum.form(),
        spectrum.points().stream()
            .map(p -> new SpectrumPoint(change.applyAsDouble(p.position()), p.intensity()))
            .toList());
  }

  private static Spectrum rescaled(Spectrum spectrum, String unit, DoubleUnaryOperator change) {
    return new Spectrum(
        spectrum.kind(),
        spectrum.axis(),
        unit,
        spectrum.form(),
        spectrum.points().stream()
            .map(p -> new SpectrumPoint(p.position(), change.applyAsDouble(p.intensity())))
            .toList());
  }
}
