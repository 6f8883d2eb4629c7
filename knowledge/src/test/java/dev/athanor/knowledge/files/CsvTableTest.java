package dev.athanor.knowledge.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.knowledge.KnowledgeErrors;
import dev.athanor.knowledge.KnowledgeException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {
  private final RowProblems problems = new RowProblems();

  @Test
  void readsQuotesCarriageReturnsAndByteOrderMark() {
    List<String> seen = new ArrayList<>();
    read(
        "\uFEFFFormula,note\r\nNb3Sn,\"said \"\"18 K\"\", once\"\r\n\r\nNb, plain \r\n",
        row -> seen.add(row.required("formula") + "|" + row.text("note").orElse("")));
    assertThat(seen).containsExactly("Nb3Sn|said \"18 K\", once", "Nb|plain");
    assertThat(problems.count()).isZero();
  }

  @Test
  void reportsBadRowsByFileAndLineAndReadsTheRest() {
    List<Double> seen = new ArrayList<>();
    read(
        "formula,x\nA,1\nB,many\nC\nD,NaN\nE,\"open\nF,2\n",
        row -> seen.add(row.requiredNumber("x")));
    assertThat(seen).containsExactly(1.0, 2.0);
    assertThat(problems.first())
        .extracting(RowProblem::toString)
        .containsExactly(
            "t.csv:3: 'many' in 'x' is no number",
            "t.csv:4: 'x' is missing",
            "t.csv:5: 'x' must be finite",
            "t.csv:6: a quote is not closed");
  }

  @Test
  void refusesATableWithoutItsColumns() {
    assertThatThrownBy(() -> read("a,b\n1,2\n", row -> {}))
        .isInstanceOfSatisfying(
            KnowledgeException.class, e -> assertThat(e.code()).isEqualTo(KnowledgeErrors.BAD_ROW))
        .hasMessage("t.csv has no column 'formula'");
    assertThatThrownBy(() -> read("", row -> {})).hasMessage("t.csv is empty");
  }

  @Test
  void boundsTheLengthOfALine() {
    String longLine = "x".repeat(BoundedLines.MAX_LINE + 1);
    assertThatThrownBy(() -> read("formula\n" + longLine, row -> {}))
        .isInstanceOfSatisfying(
            KnowledgeException.class,
            e -> assertThat(e.code()).isEqualTo(KnowledgeErrors.TOO_LARGE));
  }

  @Test
  void countsAllProblemsButKeepsAThousand() {
    read("formula,x\n" + "A,bad\n".repeat(1_500), row -> row.requiredNumber("x"));
    assertThat(problems.count()).isEqualTo(1_500);
    assertThat(problems.first()).hasSize(1_000);
  }

  private void read(String text, java.util.function.Consumer<CsvTable.Row> consumer) {
    try (BoundedLines lines =
        BoundedLines.of("t.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
      CsvTable.read(lines, List.of("formula"), problems, consumer);
    }
  }
}
