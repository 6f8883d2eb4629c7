package dev.athanor.tools.elucidation;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.matter.spectroscopy.SpectrumAxis;
import dev.athanor.matter.spectroscopy.SpectrumConversion;
import dev.athanor.matter.spectroscopy.SpectrumPoint;
import dev.athanor.matter.spectroscopy.SpectrumRecord;
import dev.athanor.models.diffspectra.spectra.Modality;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A spectrum from an instrument as an unknown molecule: light that came through or back is turned
 * into absorption, the axis into that of the modality, and the formula that the file states is
 * looked at. Title, name and registry number are not.
 */
final class MeasuredSpectrum {
  private static final Pattern COUNTED = Pattern.compile("[A-Za-z0-9()\\[\\]]{1,100}");
  private static final Pattern REPEATED = Pattern.compile("[)\\]]\\s*[nmx]\\b|\\)[nmx]");

  /** Units of intensities that grow with absorption as they are. */
  private static final List<String> ABSORPTION =
      List.of("absorbance", "relative", "km/mol", "oscillator strength", "kubelka-munk");

  private MeasuredSpectrum() {}

  static UnknownMolecule of(SpectrumRecord entry) {
    List<String> remarks = new ArrayList<>(entry.remarks());
    Optional<Modality> modality = Modality.of(entry.spectrum().kind());
    if (modality.isEmpty()) {
      return outside(
          entry,
          "a spectrum of the kind "
              + entry.spectrum().kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
              + "; infrared, Raman and UV-Vis are understood here");
    }
    Optional<String> formula = entry.text("MOLFORM").map(String::strip).filter(f -> !f.isEmpty());
    if (formula.isPresent() && oneMolecule(formula.get()).isEmpty()) {
      return outside(
          entry,
          "its file states the formula '"
              + shortened(formula.get())
              + "', which is not that of one molecule");
    }
    try {
      Spectrum ready = onAxis(absorbing(entry.spectrum(), modality.get(), remarks), modality.get());
      return new UnknownMolecule(
          entry.id(),
          Map.of(modality.get(), ready),
          formula.flatMap(MeasuredSpectrum::oneMolecule),
          Optional.empty(),
          remarks);
    } catch (MatterException e) {
      return outside(entry, String.valueOf(e.getMessage()));
    }
  }

  private static UnknownMolecule outside(SpectrumRecord entry, String why) {
    return new UnknownMolecule(
        entry.id(), Map.of(), Optional.empty(), Optional.of(why), entry.remarks());
  }

  /** The formula without blanks; empty for polymers, mixtures and whatever else is not counted. */
  private static Optional<String> oneMolecule(String formula) {
    String dense = formula.replaceAll("\\s+", "");
    if (!COUNTED.matcher(dense).matches() || REPEATED.matcher(formula).find()) {
      return Optional.empty();
    }
    try {
      return Composition.parse(dense).isInteger() ? Optional.of(dense) : Optional.empty();
    } catch (MatterException e) {
      return Optional.empty();
    }
  }

  private static Spectrum absorbing(Spectrum spectrum, Modality modality, List<String> remarks) {
    String unit = spectrum.intensityUnit();
    if (modality == Modality.RAMAN || ABSORPTION.contains(unit)) {
      return spectrum;
    }
    if (unit.equals("reflectance")) {
      remarks.add(
          "diffuse reflectance, turned into absorption by the function of Kubelka and Munk: of a"
              + " solid, whose bands differ from those of the single molecule");
      return SpectrumConversion.toKubelkaMunk(spectrum);
    }
    return unit.equals("absorption index")
        ? fromIndex(spectrum)
        : SpectrumConversion.toAbsorbance(spectrum);
  }

  /**
   * The imaginary part k of a refractive index: absorption over a length grows as k / wavelength.
   */
  private static Spectrum fromIndex(Spectrum spectrum) {
    Spectrum waves = SpectrumConversion.toWavenumber(spectrum);
    return new Spectrum(
        waves.kind(),
        waves.axis(),
        "relative",
        waves.form(),
        waves.points().stream()
            .map(p -> new SpectrumPoint(p.position(), p.intensity() * p.position()))
            .toList());
  }

  private static Spectrum onAxis(Spectrum spectrum, Modality modality) {
    return switch (modality) {
      case INFRARED -> SpectrumConversion.toWavenumber(spectrum);
      case RAMAN -> shifted(spectrum);
      case ULTRAVIOLET_VISIBLE -> SpectrumConversion.toEnergy(spectrum);
    };
  }

  /** Raman spectra over wavenumbers mean shifts; over wavelengths the laser would be needed. */
  private static Spectrum shifted(Spectrum spectrum) {
    if (spectrum.axis() != SpectrumAxis.WAVENUMBER && spectrum.axis() != SpectrumAxis.RAMAN_SHIFT) {
      throw new MatterException(
          MatterErrors.UNKNOWN_FORMAT, "a Raman spectrum without shifts in 1/cm");
    }
    return new Spectrum(
        spectrum.kind(),
        SpectrumAxis.RAMAN_SHIFT,
        spectrum.intensityUnit(),
        spectrum.form(),
        spectrum.points());
  }

  private static String shortened(String text) {
    String safe = text.replaceAll("\\p{Cntrl}", " ");
    return safe.length() > 60 ? safe.substring(0, 60) + "..." : safe;
  }
}
