package dev.athanor.models.diffspectra.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.matter.spectroscopy.SpectrumPoint;
import dev.athanor.models.diffspectra.spectra.Broadening;
import dev.athanor.models.diffspectra.spectra.Modality;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** As many lines as a molecule has vibrations, but for the two slowest. */
final class CompleteLinesTest {
  @Test
  void aListTellsTheNumberOfAtoms() {
    IntPredicate all = CompleteLines.atomCounts(Map.of(Modality.INFRARED, lines(30)));
    IntPredicate oneMissing = CompleteLines.atomCounts(Map.of(Modality.RAMAN, lines(29)));

    assertThat(IntStream.rangeClosed(1, 30).filter(all)).containsExactly(12);
    assertThat(IntStream.rangeClosed(1, 30).filter(oneMissing)).containsExactly(12);
  }

  @Test
  void atomsOnALineHaveOneVibrationMore() {
    IntPredicate counts = CompleteLines.atomCounts(Map.of(Modality.INFRARED, lines(4)));

    assertThat(IntStream.rangeClosed(1, 30).filter(counts)).containsExactly(3, 4);
  }

  @Test
  void curvesAndElectronicLinesTellNothing() {
    Spectrum curve = Broadening.USUAL.curve(lines(9), Modality.INFRARED);

    assertThat(CompleteLines.atomCounts(Map.of(Modality.INFRARED, curve)).test(77)).isTrue();
    assertThat(CompleteLines.atomCounts(Map.of(Modality.ULTRAVIOLET_VISIBLE, lines(5))).test(77))
        .isTrue();
    assertThat(CompleteLines.most(Map.of(Modality.ULTRAVIOLET_VISIBLE, lines(5)))).isZero();
  }

  @Test
  void aListWithoutSlowVibrationsIsHardlyComplete() {
    Spectrum fast =
        new Spectrum(
            Modality.RAMAN.kind(),
            Modality.RAMAN.axis(),
            "relative",
            Spectrum.Form.LINES,
            List.of(new SpectrumPoint(530, 1), new SpectrumPoint(2900, 1)));

    assertThat(CompleteLines.lackSlow(Map.of(Modality.RAMAN, fast))).isTrue();
    assertThat(CompleteLines.lackSlow(Map.of(Modality.INFRARED, lines(9)))).isFalse();
    assertThat(CompleteLines.lackSlow(Map.of(Modality.ULTRAVIOLET_VISIBLE, fast))).isFalse();
  }

  @Test
  void listsOfOneMoleculeAreEquallyLong() {
    assertThat(CompleteLines.differ(Map.of(Modality.INFRARED, lines(9), Modality.RAMAN, lines(9))))
        .isFalse();
    assertThat(CompleteLines.differ(Map.of(Modality.INFRARED, lines(9), Modality.RAMAN, lines(7))))
        .isTrue();
  }

  private static Spectrum lines(int count) {
    List<SpectrumPoint> points =
        IntStream.range(0, count).mapToObj(i -> new SpectrumPoint(100 + 50 * i, 1)).toList();
    return new Spectrum(
        Modality.INFRARED.kind(), Modality.INFRARED.axis(), "km/mol", Spectrum.Form.LINES, points);
  }
}
