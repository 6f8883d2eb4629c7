package dev.athanor.matter.spectroscopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.MatterException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UniformGridTest {
  private static Spectrum spectrum(Spectrum.Form form, List<SpectrumPoint> points) {
    return new Spectrum(SpectrumKind.INFRARED, SpectrumAxis.WAVENUMBER, "absorbance", form, points);
  }

  @Test
  void aStraightLineStaysStraightOnEveryGrid() {
    Random random = new Random(7);
    List<SpectrumPoint> points = new ArrayList<>();
    points.add(new SpectrumPoint(0, 1));
    points.add(new SpectrumPoint(100, 201));
    for (int i = 0; i < 300; i++) {
      double x = 100 * random.nextDouble();
      points.add(new SpectrumPoint(x, 1 + 2 * x));
    }
    for (double step : new double[] {.01, .37, 5, 20}) {
      UniformGrid grid = UniformGrid.between(10, 90, step);
      double[] values = grid.resample(spectrum(Spectrum.Form.CURVE, points), -1);
      for (int i = 0; i < grid.count(); i++) {
        assertThat(values[i]).isCloseTo(1 + 2 * grid.position(i), within(1e-8));
      }
    }
  }

  @Test
  void aCoarseGridKeepsTheAreaOfANarrowPeak() {
    List<SpectrumPoint> points = new ArrayList<>();
    for (int i = 0; i <= 1000; i++) {
      double x = i * .1;
      points.add(new SpectrumPoint(x, Math.exp(-(x - 43.3) * (x - 43.3) / .5)));
    }
    double[] values = new UniformGrid(5, 10, 10).resample(spectrum(Spectrum.Form.CURVE, points), 0);
    assertThat(10 * Arrays.stream(values).sum()).isCloseTo(Math.sqrt(Math.PI * .5), within(1e-6));
    assertThat(values[4]).isGreaterThan(100 * values[6]);
  }

  @Test
  void beyondTheCurveThereIsWhatTheCallerSays() {
    List<SpectrumPoint> points = List.of(new SpectrumPoint(2, 4), new SpectrumPoint(4, 4));
    assertThat(new UniformGrid(0, 1, 6).resample(spectrum(Spectrum.Form.CURVE, points), -9))
        .containsExactly(-9, -9, 4, 4, 4, -9);
    assertThat(
            new UniformGrid(0, 1, 3)
                .resample(spectrum(Spectrum.Form.CURVE, List.of(new SpectrumPoint(1, 5))), 0))
        .containsExactly(0, 5, 0);
  }

  @Test
  void linesAreAddedUp() {
    List<SpectrumPoint> lines =
        List.of(
            new SpectrumPoint(-5, 9),
            new SpectrumPoint(.9, 1),
            new SpectrumPoint(1.4, 2),
            new SpectrumPoint(2, 3));
    assertThat(new UniformGrid(0, 1, 3).resample(spectrum(Spectrum.Form.LINES, lines), -9))
        .containsExactly(0, 3, 3);
  }

  @Test
  void gridsThatAreNoneAreRejected() {
    assertThat(UniformGrid.between(500, 4000, 1).count()).isEqualTo(3501);
    assertThatThrownBy(() -> UniformGrid.between(1, 0, 1)).isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> UniformGrid.between(0, 1e9, 1e-3)).isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> new UniformGrid(0, 0, 1)).isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> new UniformGrid(0, 1, 0)).isInstanceOf(MatterException.class);
  }
}
