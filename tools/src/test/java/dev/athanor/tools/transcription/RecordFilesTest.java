package dev.athanor.tools.transcription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.models.privacy.composition.ElementFractions;
import dev.athanor.models.privacy.transcription.LabelledSamples;
import dev.athanor.models.privacy.transcription.PrivateRecords;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordFilesTest {
  private static final DataDeclaration COLUMNS =
      new DataDeclaration(
          new InputRule.Columns(
              List.of(new ColumnRange("density", 0, 20), new ColumnRange("gap", 0, 10))),
          new TargetRule.Words("class", List.of("metal", "insulator")));
  private static final DataDeclaration FORMULAS =
      new DataDeclaration(
          new InputRule.Formulas(), new TargetRule.Thresholds("tc_K", List.of(0.0, 10.0)));

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private Path file(String name, String... lines) throws IOException {
    byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    if (name.endsWith(".gz")) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
        out.write(text);
      }
      text = packed.toByteArray();
    }
    return Files.write(folder.resolve(name), text);
  }

  private static LabelledRows read(Path file, DataDeclaration declaration) {
    return RecordFiles.read(file, declaration, RecordFiles.Part.TRAINING);
  }

  @Test
  void numbersAreScaledByTheirDeclaredRangesAndCutThere() throws IOException {
    LabelledRows rows =
        read(file("a.csv", "note,GAP,density,class", "x,5,20,insulator", ",-3,90,metal"), COLUMNS);
    assertThat(rows.records().inputs(0, 2)).containsExactly(1, 0, 1, -1);
    assertThat(rows.records().labels()).containsExactly(1, 0);
    assertThat(rows.passedOver()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.csv.gz", "a.tsv", "a.jsonl"})
  void tablesAndJsonLinesSayTheSame(String name) throws IOException {
    Path file =
        switch (name) {
          case "a.jsonl" ->
              file(
                  name,
                  "{\"formula\":\"Nb3Sn\",\"tc_K\":18.3}",
                  "{\"tc_K\":\"0\",\"formula\":\"Cu\"}",
                  "{\"tc_K\":7.2,\"formula\":\"Pb\",\"more\":[1]}");
          case "a.tsv" -> file(name, "tc_K\tformula", "18.3\tNb3Sn", "0\tCu", "7.2\tPb");
          default -> file(name, "\uFEFFformula,tc_K", "\"Nb3Sn\",18.3", "# none", "Cu,0", "Pb,7.2");
        };
    PrivateRecords records = read(file, FORMULAS).records();
    assertThat(records.labels()).containsExactly(2, 0, 1);
    float[] niobiumTin = records.inputs(0, 1);
    assertThat(niobiumTin[Element.Nb.atomicNumber() - 1]).isCloseTo(0.75f, within(1e-6f));
    assertThat(niobiumTin[Element.Sn.atomicNumber() - 1]).isCloseTo(0.25f, within(1e-6f));
  }

  @Test
  void rowsThatDoNotReadArePassedOverAndCounted() throws IOException {
    LabelledRows rows =
        read(
            file(
                "a.csv",
                "formula,tc_K",
                "Nb3Sn,18",
                "Qx9,3",
                "Pb,warm",
                "Pb",
                "Cu,NaN",
                "\"Pb,4",
                "Sn,3.7"),
            FORMULAS);
    assertThat(rows.records().size()).isEqualTo(2);
    assertThat(rows.passedOver()).isEqualTo(5);
    assertThat(rows.firstBadLine()).isEqualTo(3);
  }

  @Test
  void noMessageRepeatsWhatAFileHolds() throws IOException {
    List<Path> files =
        List.of(
            file("a.csv", "formula;SECRET7", "Nb3Sn;1"),
            file("b.csv", "formula,tc_K", "SECRET7,1"),
            file("c.jsonl", "{\"formula\":\"SECRET7\",\"tc_K\":1}", "SECRET7"),
            file("d.csv.gz", "").resolveSibling("e.csv.gz"));
    Files.write(files.get(3), new byte[] {0x1f, (byte) 0x8b, 'S', 'E', 'C', 'R', 'E', 'T', '7'});
    for (Path file : files) {
      ToolException failure = catchThrowableOfType(ToolException.class, () -> read(file, FORMULAS));
      assertThat(failure.code()).as("%s", file).isEqualTo(ToolErrors.BAD_INPUT);
      assertThat(failure.getMessage() + failure.whatToDo()).doesNotContain("SECRET7");
    }
  }

  @Test
  void aFileThatIsNotThereIsSaidSo() {
    assertThat(
            catchThrowableOfType(
                    ToolException.class, () -> read(folder.resolve("none.csv"), FORMULAS))
                .code())
        .isEqualTo(ToolErrors.NOT_FOUND);
  }

  @Test
  void madeUpPicturesCanBeLearnedFromLikeTheOthers() throws IOException {
    LabelledSamples samples =
        new LabelledSamples(new float[] {0, 1, 0.5f, 0.25f, 1, 1, 1, 1.5f}, new int[] {3, 0});
    SampleIdx files = SampleIdx.of(samples, 2);
    Files.write(folder.resolve(SampleIdx.IMAGES), files.images());
    Files.write(folder.resolve(SampleIdx.LABELS), files.labels());
    DataDeclaration digits =
        new DataDeclaration(
            new InputRule.Pictures(2), new TargetRule.Words("label", List.of("0", "1", "2", "3")));
    PrivateRecords records = read(folder, digits).records();
    assertThat(records.labels()).containsExactly(3, 0);
    assertThat(records.inputs(0, 1)[3]).isCloseTo(0.25f, within(0.003f));
    assertThat(records.inputs(1, 2)).containsExactly(1, 1, 1, 1);
    assertThat(SamplePictures.png(samples, 2)).startsWith((byte) 0x89, 'P', 'N', 'G');
  }

  @Test
  void samplesReadLikeTheTableTheyWereLearnedFrom() {
    float[] niobiumTin = ElementFractions.of(Composition.parse("Nb3Sn"));
    niobiumTin[0] = 0.001f;
    List<List<String>> rows =
        SampleText.rows(new LabelledSamples(niobiumTin, new int[] {2}), FORMULAS);
    assertThat(rows)
        .containsExactly(List.of("formula", "label"), List.of("Nb0.75Sn0.25", "above 10"));
    assertThat(SampleText.rows(new LabelledSamples(new float[] {0, -1}, new int[] {0}), COLUMNS))
        .containsExactly(
            List.of("density", "gap", "label"), List.of("10.0000", "0.00000", "metal"));
  }
}
