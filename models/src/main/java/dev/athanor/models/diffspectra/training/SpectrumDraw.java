package dev.athanor.models.diffspectra.training;

import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.matter.spectroscopy.SpectrumPoint;
import dev.athanor.models.diffspectra.network.SpectrumTokens;
import dev.athanor.models.diffspectra.spectra.Broadening;
import dev.athanor.models.diffspectra.spectra.Modality;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Spectra as they are shown in training: line widths vary by a third, positions are stretched by
 * some parts in a thousand and strengths by a twentieth, and some or all spectra are left out.
 */
public final class SpectrumDraw {
  private static final double WIDTH_SPREAD = 0.3;
  private static final double STRETCH = 0.003;
  private static final double STRENGTH = 0.05;

  /** How often all spectra are shown, and how often none; else any proper subset. */
  private static final double ALL = 0.5;

  private static final double NONE = 0.1;

  private SpectrumDraw() {}

  /** Each spectrum as it is, at the usual width. */
  public static SpectrumTokens.Input plain(Map<Modality, Spectrum> spectra) {
    return input(
        modality ->
            Optional.ofNullable(spectra.get(modality))
                .map(spectrum -> Broadening.USUAL.logarithmic(spectrum, modality)));
  }

  /** Varied, and now and then incomplete. */
  static SpectrumTokens.Input varied(Map<Modality, Spectrum> spectra, Random random) {
    Broadening broadening =
        new Broadening(
            Broadening.USUAL.vibrational() * spread(WIDTH_SPREAD, random),
            Broadening.USUAL.electronic() * spread(WIDTH_SPREAD, random));
    Set<Modality> shown = shown(random);
    return input(
        modality -> {
          double stretch = spread(STRETCH, random);
          double strength = spread(STRENGTH, random);
          return Optional.ofNullable(spectra.get(modality))
              .filter(spectrum -> shown.contains(modality))
              .map(spectrum -> changed(spectrum, stretch, strength))
              .map(spectrum -> broadening.logarithmic(spectrum, modality));
        });
  }

  /** All, varied: for pre-training. */
  static SpectrumTokens.Input complete(Map<Modality, Spectrum> spectra, Random random) {
    double stretch = spread(STRETCH, random);
    double strength = spread(STRENGTH, random);
    return input(
        modality ->
            Optional.ofNullable(spectra.get(modality))
                .map(spectrum -> changed(spectrum, stretch, strength))
                .map(spectrum -> Broadening.USUAL.logarithmic(spectrum, modality)));
  }

  private interface Shown {
    Optional<float[]> of(Modality modality);
  }

  private static SpectrumTokens.Input input(Shown shown) {
    return new SpectrumTokens.Input(
        shown.of(Modality.ULTRAVIOLET_VISIBLE),
        shown.of(Modality.INFRARED),
        shown.of(Modality.RAMAN));
  }

  /** Which spectra are shown. */
  static Set<Modality> shown(Random random) {
    double draw = random.nextDouble();
    if (draw < ALL) {
      return EnumSet.allOf(Modality.class);
    }
    EnumSet<Modality> shown = EnumSet.noneOf(Modality.class);
    if (draw < ALL + NONE) {
      return shown;
    }
    List<Modality> order = new ArrayList<>(List.of(Modality.values()));
    Collections.shuffle(order, random);
    shown.addAll(order.subList(0, 1 + random.nextInt(order.size() - 1)));
    return shown;
  }

  private static double spread(double size, Random random) {
    return Math.exp(size * random.nextGaussian());
  }

  private static Spectrum changed(Spectrum spectrum, double stretch, double strength) {
    List<SpectrumPoint> points =
        spectrum.points().stream()
            .map(p -> new SpectrumPoint(p.position() * stretch, p.intensity() * strength))
            .toList();
    return new Spectrum(
        spectrum.kind(), spectrum.axis(), spectrum.intensityUnit(), spectrum.form(), points);
  }
}
