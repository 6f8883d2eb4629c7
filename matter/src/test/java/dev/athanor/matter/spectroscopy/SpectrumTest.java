package dev.athanor.matter.spectroscopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.matter.MatterException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpectrumTest {
  private static Spectrum spectrum(SpectrumPoint... points) {
    return new Spectrum(
        SpectrumKind.INFRARED,
        SpectrumAxis.WAVENUMBER,
        "km/mol",
        Spectrum.Form.LINES,
        List.of(points));
  }

  @Test
  void pointsAreSortedScaledAndCut() {
    Spectrum spectrum = spectrum(new SpectrumPoint(3000, 10), new SpectrumPoint(1000, 40));
    assertThat(spectrum.start()).isEqualTo(1000);
    assertThat(spectrum.normalised().points()).contains(new SpectrumPoint(3000, .25));
    assertThat(spectrum.between(2000, 4000).points()).hasSize(1);
  }

  @Test
  void whatIsNoSpectrumIsRejected() {
    assertThatThrownBy(() -> spectrum()).isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> spectrum(new SpectrumPoint(Double.NaN, 1)))
        .isInstanceOf(MatterException.class);
  }
}
