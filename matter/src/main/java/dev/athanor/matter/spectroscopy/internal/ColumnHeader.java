package dev.athanor.matter.spectroscopy.internal;

import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.matter.spectroscopy.SpectrumAxis;
import dev.athanor.matter.spectroscopy.SpectrumKind;
import dev.athanor.matter.spectroscopy.SpectrumTraits;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the words above two columns of numbers say about them. */
public final class ColumnHeader {
  private static final Pattern WAVENUMBER = word("1/cm|cm-1|cm\\^-1|cm\u207B\u00B9|wave ?numbers?");
  private static final Pattern MICROMETRES =
      word("\u00B5m|\u03BCm|um|micromet(?:er|re)s?|microns?");
  private static final Pattern NANOMETRES = word("nm|nanomet(?:er|re)s?|wavelengths?");
  private static final Pattern ENERGY = word("ev|electronvolts?");
  private static final Pattern SHIFT = word("raman");
  private static final Pattern ANGLE = word("2 ?-?theta|two ?-?theta|2\u03B8");
  private static final Pattern MASS = word("m/z");
  private static final Pattern PPM = word("ppm");
  private static final Pattern TRANSMITTANCE = word("transmittance|transmission");
  private static final Pattern ABSORBANCE = word("absorbance");
  private static final Pattern REFLECTANCE = word("reflectance");
  private static final Pattern STRENGTH = word("km/mol");
  private static final Pattern OSCILLATOR = word("oscillator strengths?");
  private static final Pattern LINES = word("lines|sticks|peaks");

  private ColumnHeader() {}

  /**
   * Traits and the factors of the two columns.
   *
   * @param traits what the numbers mean
   * @param xFactor that turns the first column into the axis' unit
   * @param yFactor that turns the second into the unit of intensity
   */
  public record Meaning(SpectrumTraits traits, double xFactor, double yFactor) {}

  /** What a header says; the rest is assumed. */
  public static Meaning read(String header, SpectrumTraits assumed) {
    String text = header.toLowerCase(Locale.ROOT);
    boolean micrometres = has(text, MICROMETRES);
    SpectrumAxis axis = axis(text, micrometres).orElse(assumed.axis());
    SpectrumKind kind =
        axis == assumed.axis() ? assumed.kind() : kind(axis, micrometres, assumed.kind());
    boolean percent = text.indexOf('%') >= 0;
    String unit = assumed.intensityUnit();
    Spectrum.Form form = assumed.form();
    if (has(text, TRANSMITTANCE)) {
      unit = "transmittance";
    } else if (has(text, ABSORBANCE)) {
      unit = "absorbance";
    } else if (has(text, REFLECTANCE)) {
      unit = "reflectance";
    } else if (has(text, STRENGTH)) {
      unit = "km/mol";
      form = Spectrum.Form.LINES;
    } else if (has(text, OSCILLATOR)) {
      unit = "oscillator strength";
      form = Spectrum.Form.LINES;
    }
    boolean share = unit.equals("transmittance") || unit.equals("reflectance");
    return new Meaning(
        new SpectrumTraits(kind, axis, unit, has(text, LINES) ? Spectrum.Form.LINES : form),
        micrometres && axis == SpectrumAxis.WAVELENGTH ? 1e3 : 1,
        percent && share ? .01 : 1);
  }

  private static Optional<SpectrumAxis> axis(String text, boolean micrometres) {
    if (has(text, SHIFT)) {
      return Optional.of(SpectrumAxis.RAMAN_SHIFT);
    }
    if (has(text, WAVENUMBER)) {
      return Optional.of(SpectrumAxis.WAVENUMBER);
    }
    if (micrometres || has(text, NANOMETRES)) {
      return Optional.of(SpectrumAxis.WAVELENGTH);
    }
    if (has(text, ANGLE)) {
      return Optional.of(SpectrumAxis.TWO_THETA);
    }
    if (has(text, MASS)) {
      return Optional.of(SpectrumAxis.MASS_TO_CHARGE);
    }
    if (has(text, PPM)) {
      return Optional.of(SpectrumAxis.CHEMICAL_SHIFT);
    }
    return has(text, ENERGY) ? Optional.of(SpectrumAxis.ENERGY) : Optional.empty();
  }

  /** Micrometres are how infrared spectra are counted, nanometres how visible ones are. */
  private static SpectrumKind kind(SpectrumAxis axis, boolean micrometres, SpectrumKind assumed) {
    return axis == SpectrumAxis.WAVELENGTH && micrometres ? assumed : JcampUnits.kind(axis);
  }

  private static Pattern word(String alternatives) {
    return Pattern.compile("(?<![\\p{L}0-9/])(?:" + alternatives + ")(?![\\p{L}0-9/])");
  }

  private static boolean has(String text, Pattern pattern) {
    return pattern.matcher(text).find();
  }
}
