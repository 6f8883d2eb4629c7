package dev.athanor.models.diffspectra.spectra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.matter.spectroscopy.SpectrumPoint;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines become shapes of the right height, width and area; the grids are those of the model. */
final class BroadeningTest {
  @Test
  void gridsHaveThePublishedNumberOfPoints() {
    assertThat(Modality.INFRARED.grid().count()).isEqualTo(3501);
    assertThat(Modality.RAMAN.grid().position(3500)).isEqualTo(4000);
    assertThat(Modality.ULTRAVIOLET_VISIBLE.grid().count()).isEqualTo(701);
    assertThat(Modality.ULTRAVIOLET_VISIBLE.grid().position(700)).isCloseTo(14, within(1e-9));
  }

  @Test
  void aLineKeepsItsStrengthAsArea() {
    double[] values =
        new Broadening(5, 0.1).onGrid(lines(Modality.INFRARED, 2000, 80), Modality.INFRARED);

    assertThat(values[1500]).isCloseTo(80 / (Math.PI * 5), within(1e-9));
    assertThat(values[1505]).isCloseTo(values[1500] / 2, within(1e-9));
    assertThat(Arrays.stream(values).sum()).isCloseTo(80, within(0.5));
  }

  @Test
  void logarithmsAreThoseOfOneMore() {
    Spectrum line = lines(Modality.ULTRAVIOLET_VISIBLE, 7, 0.3);
    float[] logarithms = Broadening.USUAL.logarithmic(line, Modality.ULTRAVIOLET_VISIBLE);

    assertThat((double) logarithms[350])
        .isCloseTo(Math.log10(1 + 0.3 / (Math.PI * 0.1)), within(1e-6));
  }

  @Test
  void curvesAreNotBroadened() {
    Spectrum curve =
        new Spectrum(
            Modality.RAMAN.kind(),
            Modality.RAMAN.axis(),
            "relative",
            Spectrum.Form.CURVE,
            List.of(new SpectrumPoint(1000, 2), new SpectrumPoint(1100, 2)));
    double[] values = Broadening.USUAL.onGrid(curve, Modality.RAMAN);

    assertThat(values[550]).isEqualTo(2);
    assertThat(values[400]).isZero();
  }

  @Test
  void widthsMustBeWidths() {
    assertThatThrownBy(() -> new Broadening(0, 0.1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Broadening(10, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Spectrum lines(Modality modality, double position, double strength) {
    return new Spectrum(
        modality.kind(),
        modality.axis(),
        modality.lineUnit(),
        Spectrum.Form.LINES,
        List.of(new SpectrumPoint(position, strength)));
  }
}
