package dev.athanor.tools.elucidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.matter.spectroscopy.SpectrumAxis;
import dev.athanor.models.diffspectra.spectra.Modality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpectraFilesTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private final List<UnknownMolecule> accepted = new ArrayList<>();
  private final List<String> rejected = new ArrayList<>();

  private void read(Path path) throws IOException {
    SpectraFiles.read(
        path,
        new UnknownMoleculeSink() {
          @Override
          public void accepted(UnknownMolecule unknown) {
            accepted.add(unknown);
          }

          @Override
          public void rejected(String id, MatterException why) {
            rejected.add(id + " " + why.code());
          }
        });
  }

  private UnknownMolecule measured(String text) throws IOException {
    read(Files.writeString(folder.resolve("m.jdx"), text));
    return accepted.get(accepted.size() - 1);
  }

  private static Spectrum of(UnknownMolecule unknown, Modality modality) {
    return Objects.requireNonNull(unknown.spectra().get(modality));
  }

  @Test
  void whatALineSaysOfItsAnswerIsNeverLookedAt() throws IOException {
    read(
        Files.writeString(
            folder.resolve("a.jsonl"), TestingSpectra.LINE + "\n" + TestingSpectra.TOLD + "\n"));
    assertThat(rejected).isEmpty();
    assertThat(accepted).hasSize(2);
    assertThat(accepted.get(1)).isEqualTo(accepted.get(0));
    assertThat(accepted.get(0).spectra()).hasSize(3);
  }

  @Test
  void readsAFolderOfBothKindsInTheOrderOfNames() throws IOException {
    Files.writeString(folder.resolve("b.jdx"), TestingSpectra.MEASURED);
    Files.writeString(
        folder.resolve("a.jsonl"), TestingSpectra.LINE + "\n{\"id\":\"none\",\"ir\":[]}\n{cut\n");
    Files.createDirectory(folder.resolve("more"));
    Files.writeString(folder.resolve("more/b.jdx"), TestingSpectra.MEASURED);
    Files.writeString(folder.resolve("notes.md"), "nothing");
    read(folder);
    assertThat(accepted).extracting(UnknownMolecule::id).containsExactly("m1", "b", "more/b");
    assertThat(rejected).containsExactly("none MALFORMED", "line-3 MALFORMED");
  }

  @Test
  void measuredLightBecomesAbsorption() throws IOException {
    UnknownMolecule unknown = measured(TestingSpectra.MEASURED);
    assertThat(unknown.formula()).contains("C2H6O");
    assertThat(unknown.outside()).isEmpty();
    Spectrum spectrum = of(unknown, Modality.INFRARED);
    assertThat(spectrum.intensityUnit()).isEqualTo("absorbance");
    assertThat(spectrum.points().get(1).intensity()).isCloseTo(1, within(1e-9));
  }

  @Test
  void wavelengthsBecomeEnergies() throws IOException {
    UnknownMolecule unknown =
        measured(
            TestingSpectra.MEASURED
                .replace("INFRARED", "UV/VIS")
                .replace("1/CM", "NANOMETERS")
                .replace("1200,1 1300,0.1 1400,1", "200,1 300,0.1 400,1"));
    Spectrum spectrum = of(unknown, Modality.ULTRAVIOLET_VISIBLE);
    assertThat(spectrum.axis()).isEqualTo(SpectrumAxis.ENERGY);
    assertThat(spectrum.end()).isCloseTo(6.199, within(1e-3));
  }

  @Test
  void whatIsNoAbsorptionOfOneMoleculeIsOutside() throws IOException {
    for (String formula :
        List.of("H ( C H 2 C H 2 ) n H", "[ C H 2 C H( C 6 H 5 )] n", "C2H6O.H2O", "C2H6O + H2O")) {
      assertThat(measured(TestingSpectra.MEASURED.replace("C 2 H 6 O", formula)).outside())
          .as(formula)
          .hasValueSatisfying(why -> assertThat(why).contains("not that of one molecule"));
    }
    assertThat(
            measured(TestingSpectra.MEASURED.replace("=TRANSMITTANCE", "=DISPERSION INDEX"))
                .outside())
        .hasValueSatisfying(why -> assertThat(why).contains("dispersion index"));
    assertThat(
            measured(
                    TestingSpectra.MEASURED
                        .replace("INFRARED SPECTRUM", "NMR SPECTRUM")
                        .replace("1/CM", "PPM"))
                .outside())
        .hasValueSatisfying(why -> assertThat(why).contains("nuclear magnetic resonance"));
  }

  @Test
  void reflectanceIsMarked() throws IOException {
    UnknownMolecule unknown =
        measured(TestingSpectra.MEASURED.replace("=TRANSMITTANCE", "=REFLECTANCE"));
    assertThat(of(unknown, Modality.INFRARED).intensityUnit()).isEqualTo("kubelka-munk");
    assertThat(unknown.remarks()).anyMatch(remark -> remark.contains("Kubelka"));
  }

  @Test
  void anAbsorptionIndexGrowsWithTheWavenumber() throws IOException {
    UnknownMolecule unknown =
        measured(TestingSpectra.MEASURED.replace("=TRANSMITTANCE", "=ABSORPTION INDEX"));
    assertThat(of(unknown, Modality.INFRARED).points().get(1).intensity())
        .isCloseTo(130, within(1e-9));
  }

  @Test
  void namesOfNoFormatAreRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("a.pdf"), "x");
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            MatterException.class,
            e -> assertThat(e.code()).isEqualTo(MatterErrors.UNKNOWN_FORMAT));
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> read(empty)).isInstanceOf(MatterException.class);
  }
}
