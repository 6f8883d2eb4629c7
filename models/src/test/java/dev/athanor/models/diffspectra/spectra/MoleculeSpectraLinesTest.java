package dev.athanor.models.diffspectra.spectra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines of spectra: what is read, what is not looked at, what is rejected. */
final class MoleculeSpectraLinesTest {
  private static final String WATER =
      "{\"id\":\"w\",\"smiles\":\"O\",\"species\":[\"O\",\"H\",\"H\"],"
          + "\"positions\":[[0,0,0],[0.96,0,0],[-0.24,0.93,0]],\"formula\":\"H2O\","
          + "\"ir\":[[1600.5,70.1],[3700,5]],\"raman\":[[1600.5,1,2],[3700,80,9]],\"uv\":[]}";

  @TempDir private Path folder;

  @Test
  void readsSpectraAndTheMolecule() {
    MoleculeSpectra water =
        MoleculeSpectraLines.parse(
            WATER, "line-1", MoleculeSpectraLines.Fields.QUESTION_AND_ANSWER);

    assertThat(water.id()).isEqualTo("w");
    assertThat(water.formula()).contains("H2O");
    assertThat(water.spectra()).containsOnlyKeys(Modality.INFRARED, Modality.RAMAN);
    assertThat(water.spectra().values())
        .extracting(spectrum -> spectrum.points().get(0).intensity())
        .containsExactly(70.1, 1.0);
    assertThat(water.answer().orElseThrow().molecule().atoms()).hasSize(3);
  }

  @Test
  void aQuestionNeverLooksAtItsAnswer() {
    String broken = WATER.replace("[0.96,0,0]", "\"not a place\"").replace("\"O\",", "7,");
    MoleculeSpectra question =
        MoleculeSpectraLines.parse(broken, "line-1", MoleculeSpectraLines.Fields.QUESTION);

    assertThat(question.answer()).isEmpty();
    assertThatThrownBy(
            () ->
                MoleculeSpectraLines.parse(
                    broken, "line-1", MoleculeSpectraLines.Fields.QUESTION_AND_ANSWER))
        .isInstanceOf(MatterException.class);
  }

  @Test
  void badLinesAreReportedAndPassedOver() throws IOException {
    Path file = folder.resolve("spectra.jsonl");
    Files.writeString(
        file,
        WATER
            + "\n\nno json\n{\"id\":\"b\",\"ir\":[[-5,1]]}\n{\"id\":\"c\",\"ir\":[[\"x\",1]]}\n"
            + "{\"raman\":[[100,1]]}\n");
    List<String> accepted = new ArrayList<>();
    List<String> rejected = new ArrayList<>();
    MoleculeSpectraLines.read(
        file,
        MoleculeSpectraLines.Fields.QUESTION,
        new MoleculeSpectraSink() {
          @Override
          public void accepted(MoleculeSpectra spectra) {
            accepted.add(spectra.id());
          }

          @Override
          public void rejected(String id, MatterException why) {
            rejected.add(id + " " + why.code() + " " + why.line().orElse(0));
          }
        });

    assertThat(accepted).containsExactly("w", "line-6");
    assertThat(rejected)
        .containsExactly("line-3 MALFORMED 3", "b BAD_COORDINATES 4", "c BAD_COORDINATES 5");
  }

  @Test
  void aSpectrumOfTooManyLinesIsRefused() {
    StringBuilder text = new StringBuilder("{\"ir\":[[1,1]");
    for (int i = 0; i < MoleculeSpectraLines.MAX_LINES; i++) {
      text.append(",[1,1]");
    }
    assertThatThrownBy(
            () ->
                MoleculeSpectraLines.parse(
                    text.append("]}").toString(), "x", MoleculeSpectraLines.Fields.QUESTION))
        .isInstanceOfSatisfying(
            MatterException.class, e -> assertThat(e.code()).isEqualTo(MatterErrors.TOO_LARGE));
  }

  @Test
  void theSplitDependsOnTheConstitutionOnly() {
    String water = "XLYOFNOQVPJJNP-UHFFFAOYSA-N";
    assertThat(MoleculeSplit.isHeldOut(water)).isEqualTo(MoleculeSplit.isHeldOut("XLYOFNOQVPJJNP"));
    int held = 0;
    for (int i = 0; i < 2000; i++) {
      held += MoleculeSplit.isHeldOut(String.format("AAAAAAAAAA%04d", i)) ? 1 : 0;
    }
    assertThat(held).isBetween(150, 250);
  }
}
