package dev.athanor.matter.spectroscopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpectrumFilesTest {
  @TempDir private Path folder;

  private static SpectrumRecord columns(String text) {
    return SpectrumTextReader.read(text, "x", SpectrumTraits.INFRARED_CURVE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1000,0.5\n2000,1e-1\n",
        "\uFEFF1000;0,5\n2000;1e-1\n",
        "1000\t0,5\t7\r\n2000\t1e-1\t8\r\n",
        "# a comment\n\n  1000   .5  \n# another\n2000 +0.10\n",
        "x,y\n\"1000\",\"0.5\"\n\"2000\",\"0.1\"\n"
      })
  void columnsOfEveryKindAreRead(String text) {
    SpectrumRecord entry = columns(text);
    assertThat(entry.spectrum().points())
        .containsExactly(new SpectrumPoint(1000, .5), new SpectrumPoint(2000, .1));
    assertThat(entry.spectrum().axis()).isEqualTo(SpectrumAxis.WAVENUMBER);
  }

  @ParameterizedTest
  @CsvSource({
    "'wavelength (nm),absorbance', ULTRAVIOLET_VISIBLE, WAVELENGTH, absorbance, CURVE, 1, 1",
    "'wavelength (um) transmittance %', INFRARED, WAVELENGTH, transmittance, CURVE, 1000, 0.01",
    "'# wavenumber cm-1; km/mol', INFRARED, WAVENUMBER, km/mol, LINES, 1, 1",
    "'energy/eV oscillator strength', INFRARED, WAVENUMBER, oscillator strength, LINES, 1, 1",
    "'energy [eV], oscillator strength', ULTRAVIOLET_VISIBLE, ENERGY, oscillator strength, LINES, 1, 1",
    "'Raman shift (cm-1), intensity', RAMAN, RAMAN_SHIFT, relative, CURVE, 1, 1",
    "'2theta counts', POWDER_DIFFRACTION, TWO_THETA, relative, CURVE, 1, 1",
    "'m/z peaks', MASS, MASS_TO_CHARGE, relative, LINES, 1, 1",
    "'anything else', INFRARED, WAVENUMBER, relative, CURVE, 1, 1"
  })
  void wordsAboveTheNumbersTellWhatTheyMean(
      String header,
      SpectrumKind kind,
      SpectrumAxis axis,
      String unit,
      Spectrum.Form form,
      double x,
      double y) {
    Spectrum spectrum = columns(header + "\n1 1\n").spectrum();
    assertThat(spectrum.kind()).isEqualTo(kind);
    assertThat(spectrum.axis()).isEqualTo(axis);
    assertThat(spectrum.intensityUnit()).isEqualTo(unit);
    assertThat(spectrum.form()).isEqualTo(form);
    assertThat(spectrum.points()).containsExactly(new SpectrumPoint(x, y));
  }

  @Test
  void aBrokenLineIsToldWithItsNumber() {
    assertThatThrownBy(() -> columns("x,y\n1,2\n3\n"))
        .isInstanceOfSatisfying(
            MatterException.class,
            e -> {
              assertThat(e.code()).isEqualTo(MatterErrors.MALFORMED);
              assertThat(e.line()).hasValue(3);
            });
    assertThatThrownBy(() -> columns("no numbers\n")).isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> columns("1,1e999\n")).isInstanceOf(MatterException.class);
  }

  @Test
  void filesAndFoldersAreReadByName() throws IOException {
    String jcamp = JcampText.file(new int[] {1, 2, 3}, JcampText.Form.DIF, 5);
    Files.writeString(folder.resolve("a.jdx"), jcamp);
    Files.writeString(folder.resolve("b.txt"), jcamp);
    Files.writeString(folder.resolve("c.csv"), "1,2\n3,4\n");
    Files.writeString(folder.resolve("ignored.pdf"), "");
    assertThat(SpectrumFiles.readAll(folder))
        .extracting(SpectrumRecord::id, entry -> entry.spectrum().points().size())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a", 3),
            org.assertj.core.groups.Tuple.tuple("b", 3),
            org.assertj.core.groups.Tuple.tuple("c", 2));
    for (String name : new String[] {"ignored.pdf", "absent.jdx"}) {
      assertThatThrownBy(() -> SpectrumFiles.readAll(folder.resolve(name)))
          .isInstanceOfSatisfying(
              MatterException.class,
              e -> assertThat(e.code()).isEqualTo(MatterErrors.UNKNOWN_FORMAT));
    }
  }
}
