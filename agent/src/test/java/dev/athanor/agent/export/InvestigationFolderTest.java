package dev.athanor.agent.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvestigationFolderTest {
  @TempDir Path folder;

  @Test
  void writesEverythingThereIs() throws IOException {
    ObjectNode entry = JsonNodeFactory.instance.objectNode().put("sequence", 1);
    List<String> written =
        new InvestigationFolder(new ExportFixture())
            .write(ExportFixture.view(), List.of(entry, entry), folder.resolve("out"));
    assertThat(written)
        .containsExactly(
            "answer.md",
            "candidates.csv",
            "candidates.json",
            "crystals/01-ZrRe2.cif",
            "crystals/02-HfRe2.cif",
            "synthesis-list.json",
            "synthesis-list.csv",
            "synthesis-list.xlsx",
            "synthesis-list.zip",
            "synthesis-list.html",
            "journal.jsonl");
    for (String name : written) {
      assertThat(folder.resolve("out").resolve(name)).isNotEmptyFile();
    }
    assertThat(folder.resolve("out/journal.jsonl"))
        .hasContent("{\"sequence\":1}\n{\"sequence\":1}");
  }

  @Test
  void theAnswerCitesAndMarks() throws IOException {
    new InvestigationFolder(new ExportFixture()).write(ExportFixture.view(), List.of(), folder);
    String answer = Files.readString(folder.resolve("answer.md"));
    assertThat(answer)
        .contains("The best is 5.8 ± 2.2 K [1], about 42 (unsupported) more.")
        .contains("1. critical temperature of ZrRe2: 5.8 ± 2.2 K, rank_candidates, call c4,");
  }

  @Test
  void theCandidatesAreATable() throws IOException {
    new InvestigationFolder(new ExportFixture()).write(ExportFixture.view(), List.of(), folder);
    List<String> lines = Files.readAllLines(folder.resolve("candidates.csv"));
    assertThat(lines).hasSize(3);
    assertThat(lines.get(1)).startsWith("1,ZrRe2,P6_3/mmc,MOTIF,MgZn2,-0.31,eV/atom,0.06,");
  }

  @Test
  void theCandidatesHaveTheirVerdict() throws IOException {
    ObjectNode view = (ObjectNode) ExportFixture.view();
    ((ObjectNode) view.at("/candidates/0"))
        .putObject("stability")
        .put("probability", 0.81)
        .put("stable", true);
    new InvestigationFolder(new ExportFixture()).write(view, List.of(), folder);
    List<String> lines = Files.readAllLines(folder.resolve("candidates.csv"));
    assertThat(lines.get(0)).contains(",stable,stable_probability,novelty,");
    assertThat(lines.get(1)).contains(",true,0.81,NEW_COMPOSITION,");
    assertThat(lines.get(2)).contains(",,,NEW_COMPOSITION,");
  }

  @Test
  void anInvestigationWithoutResultsHasItsJournal() throws IOException {
    ObjectNode view = JsonNodeFactory.instance.objectNode().put("id", "x");
    List<String> written =
        new InvestigationFolder(new ExportFixture()).write(view, List.of(), folder);
    assertThat(written).containsExactly("journal.jsonl");
  }
}
