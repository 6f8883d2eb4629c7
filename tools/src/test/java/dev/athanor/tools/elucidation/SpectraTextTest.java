package dev.athanor.tools.elucidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import dev.athanor.tools.candidate.Rejection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpectraTextTest {
  private static final String TABLE =
      "wavenumber,absorbance\n400,0.1\n404,0.12\n408,0.2\n412,0.15\n416,0.1\n420,0.08\n";
  private static final String POSCAR =
      """
      two atoms
      1.0
      3.3 0 0
      0 3.3 0
      0 0 3.3
      Nb Ti
      1 1
      Direct
      0 0 0
      0.5 0.5 0.5
      """;
  private static final String XYZ = "2\nLattice=\"3 0 0 0 3 0 0 0 3\"\nNb 0 0 0\nTi 1.5 1.5 1.5\n";
  private static final String CRYSTAL =
      "{\"id\":\"po\",\"lattice\":[[3,0,0],[0,3,0],[0,0,3]],\"species\":[\"Nb\"],\"frac_coords\":[[0,0,0]]}";

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream stream = new GZIPOutputStream(bytes)) {
      stream.write(bytes(text));
    }
    return bytes.toByteArray();
  }

  private static SpectraText read(String text, String name) {
    return SpectraText.read(bytes(text), Optional.of(name), 10);
  }

  @Test
  void tellsSpectraFromCrystals() throws IOException {
    for (String name : List.of("", "x", "x.txt", "x.dat", "x.json", "x.csv", "../x.jsonl")) {
      assertThat(SpectraText.areSpectra(bytes(TestingSpectra.LINE), name)).as(name).isTrue();
    }
    for (String text : List.of(TABLE, TABLE.replace(',', '\t'), TestingSpectra.MEASURED)) {
      assertThat(SpectraText.areSpectra(bytes(text), "x.txt")).as(text).isTrue();
      assertThat(SpectraText.areSpectra(packed(text), "")).as(text).isTrue();
    }
    assertThat(SpectraText.areSpectra(bytes("nothing"), "x.csv")).isTrue();
    assertThat(SpectraText.areSpectra(bytes("nothing"), "x.jdx.gz")).isTrue();
    for (String text : List.of(CRYSTAL, POSCAR, XYZ, "data_x\n_cell_length_a 3\n", "nothing", "")) {
      assertThat(SpectraText.areSpectra(bytes(text), "x")).as(text).isFalse();
      assertThat(SpectraText.areSpectra(packed(text), "x.gz")).as(text).isFalse();
    }
  }

  @Test
  void jsonOfAnotherKindOfSpectrumIsToldWhatIsUnderstood() {
    String other = "{\"id\":\"x\",\"nmr\":[[7.2,1]]}";
    assertThat(SpectraText.areSpectra(bytes(other), "x.jsonl")).isTrue();
    assertThat(read(other, "x.jsonl").rejected())
        .extracting(Rejection::reason)
        .containsExactly("no spectrum: neither 'ir' nor 'raman' nor 'uv' has lines");
  }

  @ParameterizedTest
  @CsvSource({
    "acetone.jdx, acetone",
    "../../etc/passwd.jdx, passwd",
    "C:\\data\\run 7.JDX, run 7",
    "a/.., _",
    ".jdx, input",
    "'', input",
    "na\u202eme.dx, na_me",
    "acetone, acetone"
  })
  void measuredSpectraAreCalledByTheirFileAndNothingElseOfItsPath(String name, String id) {
    assertThat(read(TestingSpectra.MEASURED, name).entries())
        .extracting(UnknownMolecule::id)
        .containsExactly(id);
  }

  @Test
  void aNameOfAnyLengthWillDo() {
    assertThat(read(TestingSpectra.MEASURED, "n".repeat(5000) + ".jdx").entries()).hasSize(1);
  }

  @Test
  void whatIsCutOffIsRejectedWithTheReason() throws IOException {
    byte[] whole = packed(TestingSpectra.MEASURED);
    SpectraText cut =
        SpectraText.read(Arrays.copyOf(whole, whole.length / 2), Optional.of("x.jdx.gz"), 10);
    assertThat(cut.entries()).isEmpty();
    assertThatThrownBy(cut::requireEntry)
        .isInstanceOfSatisfying(
            ToolException.class, e -> assertThat(e.code()).isEqualTo(ToolErrors.BAD_INPUT))
        .hasMessageContaining("broken gzip stream");
    assertThatThrownBy(() -> read("{\"id\":\"x\",\"ir\":[[1200,10]", "x.jsonl").requireEntry())
        .hasMessageContaining("line 1: not JSON: Unexpected end-of-input")
        .hasMessageContaining("column")
        .hasMessageNotContainingAny("REDACTED", "Stream", "start marker");
  }

  @Test
  void entriesBeyondTheLimitAreCounted() {
    SpectraText text = read((TestingSpectra.LINE + "\n").repeat(13), "x.jsonl");
    assertThat(text.entries()).hasSize(10);
    assertThat(text.omitted()).isEqualTo(3);
    assertThat(text.requireEntry()).isSameAs(text);
  }
}
