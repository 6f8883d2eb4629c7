package dev.athanor.models.diffspectra.ranking;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.matter.spectroscopy.SpectrumAxis;
import dev.athanor.matter.spectroscopy.SpectrumConversion;
import dev.athanor.matter.spectroscopy.SpectrumPoint;
import dev.athanor.matter.spectroscopy.UniformGrid;
import dev.athanor.models.diffspectra.spectra.Broadening;
import dev.athanor.models.diffspectra.spectra.Modality;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Spectra on the axes of their modalities, absorption upwards; and why others were left out.
 *
 * @param spectra by modality
 * @param remarks about what was left out
 */
public record UsableSpectra(Map<Modality, Spectrum> spectra, List<String> remarks) {
  /** Units of what is measured on powders: reflectance, and its function of Kubelka and Munk. */
  private static final Set<String> OF_POWDERS = Set.of("reflectance", "kubelka-munk");

  /** Share of a modality's range that a curve must cover. */
  private static final double LEAST_COVERAGE = 0.6;

  /** Points of a curve, so that it is one. */
  private static final int LEAST_POINTS = 100;

  /** What can be used of some spectra, converted. */
  public static UsableSpectra of(Map<Modality, Spectrum> given) {
    Map<Modality, Spectrum> spectra = new EnumMap<>(Modality.class);
    List<String> remarks = new ArrayList<>();
    given.forEach(
        (modality, spectrum) -> {
          if (OF_POWDERS.contains(spectrum.intensityUnit())) {
            remarks.add(
                "the "
                    + modality.field()
                    + " spectrum is left out: reflectance is measured on a powder, and the model"
                    + " knows molecules by themselves");
            return;
          }
          try {
            Spectrum converted = converted(modality, spectrum);
            String reason = whyNot(modality, converted);
            if (reason.isEmpty()) {
              spectra.put(modality, converted);
            } else {
              remarks.add("the " + modality.field() + " spectrum is left out: " + reason);
            }
          } catch (MatterException e) {
            remarks.add("the " + modality.field() + " spectrum is left out: " + e.getMessage());
          }
        });
    return new UsableSpectra(spectra, remarks);
  }

  /**
   * The same with lists of lines as the curves that they make: what lists of measured peaks are
   * worth.
   */
  UsableSpectra asPeaks(String why) {
    Map<Modality, Spectrum> curves = new EnumMap<>(Modality.class);
    spectra.forEach(
        (modality, spectrum) ->
            curves.put(
                modality,
                spectrum.form() == Spectrum.Form.LINES
                    ? Broadening.USUAL.curve(spectrum, modality)
                    : spectrum));
    List<String> more = new ArrayList<>(remarks);
    more.add(why + ": taken as peaks of a curve, of which heights and widths are guessed");
    return new UsableSpectra(curves, more);
  }

  private static Spectrum converted(Modality modality, Spectrum spectrum) {
    Spectrum upwards =
        spectrum.intensityUnit().equals("transmittance")
            ? SpectrumConversion.toAbsorbance(spectrum)
            : spectrum;
    if (upwards.axis() == modality.axis()) {
      return upwards;
    }
    Spectrum wavenumbers = SpectrumConversion.toWavenumber(upwards);
    return switch (modality) {
      case INFRARED, RAMAN -> on(modality.axis(), wavenumbers, 1);
      case ULTRAVIOLET_VISIBLE ->
          on(SpectrumAxis.ENERGY, wavenumbers, 1 / SpectrumConversion.WAVENUMBERS_PER_EV);
    };
  }

  private static Spectrum on(SpectrumAxis axis, Spectrum spectrum, double factor) {
    return new Spectrum(
        spectrum.kind(),
        axis,
        spectrum.intensityUnit(),
        spectrum.form(),
        spectrum.points().stream()
            .map(p -> new SpectrumPoint(p.position() * factor, p.intensity()))
            .toList());
  }

  private static String whyNot(Modality modality, Spectrum spectrum) {
    if (spectrum.points().stream().noneMatch(p -> p.intensity() > 0)) {
      return "it is empty";
    }
    if (spectrum.form() == Spectrum.Form.LINES) {
      return "";
    }
    if (spectrum.points().size() < LEAST_POINTS) {
      return spectrum.points().size() + " points are no curve";
    }
    UniformGrid grid = modality.grid();
    double low = Math.max(spectrum.start(), grid.start());
    double high = Math.min(spectrum.end(), grid.position(grid.count() - 1));
    double range = grid.position(grid.count() - 1) - grid.start();
    // where photons are hard to come by, nobody measures: 6 eV is the end of common instruments
    double asked = modality == Modality.ULTRAVIOLET_VISIBLE ? 0.35 : LEAST_COVERAGE;
    return high - low >= asked * range
        ? ""
        : String.format(
            java.util.Locale.ROOT,
            "it covers %.0f to %.0f %s, too little of %.0f to %.0f",
            spectrum.start(),
            spectrum.end(),
            modality.axis().unit(),
            grid.start(),
            grid.position(grid.count() - 1));
  }
}
