package dev.athanor.matter.spectroscopy.internal;

import dev.athanor.matter.spectroscopy.SpectrumAxis;
import dev.athanor.matter.spectroscopy.SpectrumKind;
import java.util.Locale;
import java.util.Optional;

/** The kinds and units of JCAMP-DX in the terms of this module. */
public final class JcampUnits {
  private JcampUnits() {}

  /**
   * A unit of abscissas.
   *
   * @param axis quantity
   * @param factor that turns it into the axis' unit
   */
  public record Abscissa(SpectrumAxis axis, double factor) {}

  /**
   * A unit of ordinates.
   *
   * @param name as printed here
   * @param factor that turns it into that unit: 0.01 for per cent
   */
  public record Ordinate(String name, double factor) {}

  /** What {@code ##DATA TYPE=} says was measured. */
  public static Optional<SpectrumKind> kind(String dataType) {
    String type = dataType.toUpperCase(Locale.ROOT);
    if (type.contains("FID") || type.contains("INTERFEROGRAM")) {
      return Optional.empty();
    }
    if (type.contains("RAMAN")) {
      return Optional.of(SpectrumKind.RAMAN);
    }
    if (type.contains("INFRARED") || type.matches(".*\\b(FT-?)?IR\\b.*")) {
      return Optional.of(SpectrumKind.INFRARED);
    }
    if (type.contains("NMR")) {
      return Optional.of(SpectrumKind.NUCLEAR_MAGNETIC_RESONANCE);
    }
    if (type.contains("MASS")) {
      return Optional.of(SpectrumKind.MASS);
    }
    if (type.matches(".*\\bUV\\b.*") || type.contains("ULTRAVIOLET") || type.contains("VISIBLE")) {
      return Optional.of(SpectrumKind.ULTRAVIOLET_VISIBLE);
    }
    return type.contains("DIFFRACTION") || type.contains("POWDER")
        ? Optional.of(SpectrumKind.POWDER_DIFFRACTION)
        : Optional.empty();
  }

  /** The kind that an axis alone suggests. */
  public static SpectrumKind kind(SpectrumAxis axis) {
    return switch (axis) {
      case WAVENUMBER -> SpectrumKind.INFRARED;
      case RAMAN_SHIFT -> SpectrumKind.RAMAN;
      case WAVELENGTH, ENERGY -> SpectrumKind.ULTRAVIOLET_VISIBLE;
      case CHEMICAL_SHIFT -> SpectrumKind.NUCLEAR_MAGNETIC_RESONANCE;
      case TWO_THETA -> SpectrumKind.POWDER_DIFFRACTION;
      case MASS_TO_CHARGE -> SpectrumKind.MASS;
    };
  }

  /** What {@code ##XUNITS=} means; empty for seconds, hertz, channels and the like. */
  public static Optional<Abscissa> abscissa(String units) {
    String unit = units.toUpperCase(Locale.ROOT).replaceAll("[\\s()^_*]+", "");
    return switch (unit) {
      case "1/CM", "CM-1", "/CM", "WAVENUMBER", "WAVENUMBERS", "WAVENUMBERCM-1", "WAVENUMBER1/CM" ->
          found(SpectrumAxis.WAVENUMBER, 1);
      case "RAMANSHIFT", "RAMANSHIFTCM-1", "RAMANSHIFT1/CM" -> found(SpectrumAxis.RAMAN_SHIFT, 1);
      case "NANOMETERS", "NANOMETER", "NANOMETRES", "NM", "WAVELENGTHNM" ->
          found(SpectrumAxis.WAVELENGTH, 1);
      case "MICROMETERS", "MICROMETER", "MICROMETRES", "MICRONS", "UM", "\u00B5M", "\u039CM" ->
          found(SpectrumAxis.WAVELENGTH, 1e3);
      case "ANGSTROMS", "ANGSTROM" -> found(SpectrumAxis.WAVELENGTH, .1);
      case "EV", "ELECTRONVOLTS", "ELECTRONVOLT" -> found(SpectrumAxis.ENERGY, 1);
      case "PPM" -> found(SpectrumAxis.CHEMICAL_SHIFT, 1);
      case "M/Z", "MASS/CHARGE", "DALTONS" -> found(SpectrumAxis.MASS_TO_CHARGE, 1);
      case "2THETA", "2-THETA", "DEGREES2-THETA", "DEGREES2THETA", "DEGREES" ->
          found(SpectrumAxis.TWO_THETA, 1);
      default -> Optional.empty();
    };
  }

  /** What {@code ##YUNITS=} means; a unit without a name here keeps its own, in small letters. */
  public static Ordinate ordinate(String units) {
    String unit = units.toUpperCase(Locale.ROOT).replaceAll("[\\s()_]+", "");
    return switch (unit) {
      case "TRANSMITTANCE", "TRANSMISSION", "T" -> new Ordinate("transmittance", 1);
      case "%TRANSMITTANCE", "%TRANSMISSION", "%T", "PERCENTTRANSMITTANCE", "PERCENTTRANSMISSION" ->
          new Ordinate("transmittance", .01);
      case "ABSORBANCE", "ABSORBANCEUNITS", "A" -> new Ordinate("absorbance", 1);
      case "REFLECTANCE" -> new Ordinate("reflectance", 1);
      case "%REFLECTANCE", "PERCENTREFLECTANCE", "%R" -> new Ordinate("reflectance", .01);
      case "", "ARBITRARY", "ARBITRARYUNITS", "RELATIVEABUNDANCE", "RELATIVEINTENSITY" ->
          new Ordinate("relative", 1);
      default -> new Ordinate(units.strip().toLowerCase(Locale.ROOT), 1);
    };
  }

  private static Optional<Abscissa> found(SpectrumAxis axis, double factor) {
    return Optional.of(new Abscissa(axis, factor));
  }
}
