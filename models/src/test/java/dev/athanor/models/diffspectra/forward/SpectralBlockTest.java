package dev.athanor.models.diffspectra.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.matter.spectroscopy.SpectrumPoint;
import dev.athanor.models.diffspectra.spectra.Broadening;
import dev.athanor.models.diffspectra.spectra.Modality;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Numbers that stand for spectra: additive for lines, without scale for curves. */
final class SpectralBlockTest {
  private static final Spectrum LINES =
      lines(new SpectrumPoint(1000, 40), new SpectrumPoint(1700, 90), new SpectrumPoint(3000, 20));

  @Test
  void densityCountsModesWhateverTheirStrength() {
    float[] density = SpectralBlock.MODE_DENSITY.of(Map.of(Modality.INFRARED, LINES), 1);
    double sum = 0;
    for (float value : density) {
      sum += value;
    }
    // a bell of height 1 and width w has the area w sqrt(2 pi)
    assertThat(sum * 20 / (14 * Math.sqrt(2 * Math.PI))).isCloseTo(3, within(0.01));
  }

  @Test
  void infraredAndRamanLinesShareTheDensity() {
    Map<Modality, Spectrum> raman = Map.of(Modality.RAMAN, LINES);

    assertThat(SpectralBlock.MODE_DENSITY.isIn(raman)).isTrue();
    assertThat(SpectralBlock.INFRARED_LINES.isIn(raman)).isFalse();
    assertThat(SpectralBlock.INFRARED_CURVE.isIn(Map.of(Modality.INFRARED, LINES))).isFalse();
    assertThatThrownBy(() -> SpectralBlock.INFRARED_LINES.of(raman, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCurveLooksLikeTheLinesItWasMadeOf() {
    Spectrum curve = curve(LINES, 3, 1);
    float[] fromLines =
        SpectralBlock.INFRARED_CURVE.ofComputed(Map.of(Modality.INFRARED, LINES), Broadening.USUAL);
    float[] fromCurve = SpectralBlock.INFRARED_CURVE.of(Map.of(Modality.INFRARED, curve), 1);

    float[] fromWide =
        SpectralBlock.INFRARED_CURVE.ofComputed(
            Map.of(Modality.INFRARED, LINES), new Broadening(20, 0.2));

    assertThat(cosine(fromLines, fromCurve)).isCloseTo(1, within(1e-5));
    assertThat(cosine(fromLines, fromWide)).isBetween(0.8, 0.999);
  }

  @Test
  void aCurveHasNoAbsoluteStrengthAndItsAxisCanBeScaled() {
    float[] once =
        SpectralBlock.INFRARED_CURVE.of(Map.of(Modality.INFRARED, curve(LINES, 1, 1)), 1);
    float[] strong =
        SpectralBlock.INFRARED_CURVE.of(Map.of(Modality.INFRARED, curve(LINES, 50, 1)), 1);
    float[] scaled =
        SpectralBlock.INFRARED_CURVE.of(Map.of(Modality.INFRARED, curve(LINES, 1, 0.95)), 1 / 0.95);

    assertThat(cosine(once, strong)).isCloseTo(1, within(1e-5));
    assertThat(cosine(once, scaled)).isGreaterThan(0.99);
  }

  private static Spectrum lines(SpectrumPoint... points) {
    return new Spectrum(
        Modality.INFRARED.kind(),
        Modality.INFRARED.axis(),
        "km/mol",
        Spectrum.Form.LINES,
        List.of(points));
  }

  private static Spectrum curve(Spectrum lines, double strength, double axisScale) {
    double[] values = Broadening.USUAL.onGrid(lines, Modality.INFRARED);
    List<SpectrumPoint> points = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      points.add(new SpectrumPoint((500 + i) * axisScale, strength * values[i]));
    }
    return new Spectrum(lines.kind(), lines.axis(), "absorbance", Spectrum.Form.CURVE, points);
  }

  private static double cosine(float[] first, float[] second) {
    double product = 0;
    double one = 0;
    double two = 0;
    for (int i = 0; i < first.length; i++) {
      product += first[i] * second[i];
      one += first[i] * first[i];
      two += second[i] * second[i];
    }
    return product / Math.sqrt(one * two);
  }
}
