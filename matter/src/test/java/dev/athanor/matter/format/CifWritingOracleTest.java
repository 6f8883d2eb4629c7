package dev.athanor.matter.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.matter.benchmark.BenchmarkCrystals;
import dev.athanor.matter.benchmark.BenchmarkRun;
import dev.athanor.matter.benchmark.CifReadingBenchmark;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.oracle.OracleProcess;
import dev.athanor.matter.oracle.OracleReport;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** CIFs that we write, ordered and disordered, as pymatgen and gemmi read them. */
@Tag("oracle")
class CifWritingOracleTest {
  @Test
  void pymatgenAndGemmiReadWhatWeWrite() throws IOException {
    OracleReport report =
        OracleReport.section("reading", "written", "CIFs of the 7,539 cells of 3DSC");
    List<CrystalRecord> entries = SharedCrystals.every(1, "tc/3dsc_mp.jsonl.gz");
    Map<String, Crystal> crystals = new HashMap<>();
    entries.forEach(entry -> crystals.put(entry.id(), entry.crystal()));
    int differences = 0;
    for (String oracle : List.of("pymatgen", "gemmi")) {
      List<Map<String, String>> requests = new ArrayList<>();
      for (CrystalRecord entry : entries) {
        requests.add(Map.of("id", entry.id(), "with", oracle, "text", CifWriter.write(entry)));
      }
      for (JsonNode answer : OracleProcess.run("cif", requests, Duration.ofMinutes(20))) {
        String id = answer.path("id").asText();
        Crystal ours = Objects.requireNonNull(crystals.get(id), id);
        JsonNode theirs = answer.path("crystals").path(0);
        String difference =
            theirs.isMissingNode()
                ? answer.path("error").asText("no crystal")
                : CrystalDifference.of(ours, theirs).orElse("");
        if (!difference.isEmpty()) {
          differences++;
          report.disagreement(
              oracle + ": " + id, CrystalDifference.composition(ours), difference, "not examined");
        }
      }
    }
    report
        .compared(
            "cell, sites and occupancies of every cell, by pymatgen and by gemmi",
            2 * entries.size())
        .figure(
            "disordered cells",
            (double) entries.stream().filter(e -> !e.crystal().isOrdered()).count(),
            "1")
        .atMost("cells that one of them reads differently", differences, "1", 0)
        .conclude();
  }

  @Test
  @Tag("benchmark")
  void filesASecond() {
    List<String> texts = CifReadingBenchmark.texts();
    Map<String, Double> theirs = new HashMap<>();
    for (String oracle : List.of("pymatgen", "gemmi")) {
      List<Map<String, String>> requests = new ArrayList<>();
      for (String text : texts) {
        requests.add(Map.of("with", oracle, "text", text));
      }
      double seconds = 0;
      for (JsonNode answer : OracleProcess.run("cif", requests, Duration.ofMinutes(20))) {
        assertThat(answer.path("crystals").size()).isEqualTo(1);
        seconds += answer.path("seconds").asDouble();
      }
      theirs.put(oracle, texts.size() / seconds);
    }
    Map<String, Double> ours = BenchmarkRun.operationsPerSecond(CifReadingBenchmark.class);
    double rate = ours.getOrDefault("read", 0.0);
    OracleReport.section("speed", "cif", "Reading of CIFs")
        .compared(
            "text to the sites of the cell: cells of 5 to 30 atoms without symmetry ("
                + BenchmarkCrystals.description()
                + "), and one file for each space group that lists all its operations",
            texts.size())
        .note(
            "gemmi expands the asymmetric unit, but does not join atoms that share a site; pymatgen and"
                + " we do.")
        .speed("files read", rate, "1/s", 3000, "pymatgen", theirs.getOrDefault("pymatgen", 1.0))
        .speed("files read", rate, "1/s", "gemmi", theirs.getOrDefault("gemmi", 1.0))
        .conclude();
  }
}
