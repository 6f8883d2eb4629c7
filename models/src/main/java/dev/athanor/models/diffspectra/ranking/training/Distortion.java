package dev.athanor.models.diffspectra.ranking.training;

import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.matter.spectroscopy.SpectrumPoint;
import dev.athanor.models.diffspectra.spectra.Modality;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/**
 * Lines as another method or an instrument would have them: all shifted by about 2 %, each by about
 * 1 % more, strengths off by a factor of about 1.6.
 *
 * <p>A stand-in: there are no measured spectra of molecules within reach to learn from. What the
 * probability that an answer is right makes of a large mismatch rests on such questions.
 */
public final class Distortion {
  private static final double COMMON = 0.02;
  private static final double EACH = 0.01;
  private static final double STRENGTH = 0.5;

  private Distortion() {}

  /** The same lines for the same seed. */
  public static Map<Modality, Spectrum> of(Map<Modality, Spectrum> lines, long seed) {
    Map<Modality, Spectrum> distorted = new EnumMap<>(Modality.class);
    lines.forEach(
        (modality, spectrum) -> {
          // infrared and Raman lines of one vibration move together
          boolean vibrations = modality != Modality.ULTRAVIOLET_VISIBLE;
          Random places = new Random(seed * 2 + (vibrations ? 0 : 1));
          Random strengths = new Random(seed * 31 + modality.field().hashCode());
          double common = 1 + COMMON * places.nextGaussian();
          distorted.put(
              modality,
              new Spectrum(
                  spectrum.kind(),
                  spectrum.axis(),
                  spectrum.intensityUnit(),
                  spectrum.form(),
                  spectrum.points().stream()
                      .map(
                          p ->
                              new SpectrumPoint(
                                  p.position() * (common + EACH * places.nextGaussian()),
                                  p.intensity() * Math.exp(STRENGTH * strengths.nextGaussian())))
                      .toList()));
        });
    return distorted;
  }
}
