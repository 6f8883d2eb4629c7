package dev.athanor.matter.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.oracle.OracleProcess;
import dev.athanor.matter.oracle.OracleReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every CIF beside the project as we, pymatgen and gemmi read it. A crystal that an oracle reads
 * must be the same here; or the file is rejected here with code and line; or the difference is
 * argued in {@code argued_cif.tsv}.
 */
@Tag("oracle")
class CifReadingOracleTest {
  private static final List<String> ORACLES = List.of("pymatgen", "gemmi");

  @Test
  void whatPymatgenOrGemmiReadsIsTheSameHereOrRejectedWithALine() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    CifFiles.load().forEach((name, bytes) -> texts.put(name, BoundedText.decode(bytes)));
    Map<String, String> reasons = reasons();
    OracleReport report =
        OracleReport.section("reading", "cif", "CIFs of the tests of pymatgen and cod-tools");
    Map<String, Integer> counts = new TreeMap<>();
    List<String> unexplained = new ArrayList<>();
    Set<String> readByOne = new TreeSet<>();
    Set<String> sameAsOne = new TreeSet<>();
    Set<String> rejected = new TreeSet<>();
    for (String oracle : ORACLES) {
      List<JsonNode> answers = ask(texts, oracle);
      for (JsonNode answer : answers) {
        String file = answer.path("id").asText();
        if (answer.path("crystals").isEmpty()) {
          continue;
        }
        readByOne.add(file);
        counts.merge(oracle + " reads", 1, Integer::sum);
        Reading ours = Reading.of(texts.getOrDefault(file, ""), file);
        Optional<Difference> difference = ours.differenceFrom(answer.path("crystals"));
        if (difference.isEmpty()) {
          counts.merge(oracle + " same", 1, Integer::sum);
          sameAsOne.add(file);
          continue;
        }
        if (ours.rejection().isPresent()) {
          rejected.add(file);
          assertThat(ours.rejection().get().line()).as(file).isPresent();
        }
        String why = reasons.get(oracle + " " + file);
        if (why == null) {
          unexplained.add(oracle + "\t" + file + "\t" + difference.get());
        }
        report.disagreement(
            oracle + ": " + file,
            difference.get().ours(),
            difference.get().theirs(),
            why == null ? "not examined" : why);
      }
    }
    assertThat(unexplained).as("neither the same nor argued").isEmpty();
    report
        .compared(
            "composition, cell, sites after symmetry and occupancies of " + texts.size() + " files",
            texts.size())
        .note(
            "Rows name what differs: ours, theirs and the cause. A file counts as read by an oracle"
                + " when it gives at least one crystal with sites.")
        .figure("files that pymatgen reads", counts.getOrDefault("pymatgen reads", 0), "1")
        .figure("of them the same here", counts.getOrDefault("pymatgen same", 0), "1")
        .figure("files that gemmi reads", counts.getOrDefault("gemmi reads", 0), "1")
        .figure("of them the same here (gemmi)", counts.getOrDefault("gemmi same", 0), "1")
        .figure("files that at least one of the two reads", readByOne.size(), "1")
        .figure("of them the same here as by one of the two", sameAsOne.size(), "1")
        .figure("of them rejected here, with code and line", rejected.size(), "1")
        .atMost("differences without an argued cause", unexplained.size(), "1", 0)
        .conclude();
  }

  private static List<JsonNode> ask(Map<String, String> texts, String oracle) {
    List<Map<String, String>> requests = new ArrayList<>();
    texts.forEach((id, text) -> requests.add(Map.of("id", id, "with", oracle, "text", text)));
    return OracleProcess.run("cif", requests, Duration.ofMinutes(15));
  }

  /** Why we differ, by oracle and file. */
  private static Map<String, String> reasons() throws IOException {
    Map<String, String> reasons = new HashMap<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    CifReadingOracleTest.class.getResourceAsStream("argued_cif.tsv")),
                StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(columns -> reasons.put(columns[0] + " " + columns[1], columns[2]));
    }
    return reasons;
  }

  private record Difference(String ours, String theirs) {}

  private record Reading(List<Crystal> crystals, Optional<MatterException> rejection) {
    static Reading of(String text, String name) {
      try {
        return new Reading(
            CifReader.read(text, name).records().stream().map(CrystalRecord::crystal).toList(),
            Optional.empty());
      } catch (MatterException e) {
        return new Reading(List.of(), Optional.of(e));
      }
    }

    /** Every crystal of theirs must be one of ours. */
    Optional<Difference> differenceFrom(JsonNode theirs) {
      for (int i = 0; i < theirs.size(); i++) {
        JsonNode crystal = theirs.get(i);
        if (rejection.isPresent()) {
          MatterException why = rejection.get();
          return Optional.of(
              new Difference(
                  why.code() + ", line " + why.line().orElse(0) + ": " + why.getMessage(),
                  CrystalDifference.composition(crystal)));
        }
        List<String> differences = new ArrayList<>();
        for (Crystal ours : crystals) {
          CrystalDifference.of(ours, crystal).ifPresent(differences::add);
        }
        if (differences.size() == crystals.size()) {
          Crystal nearest = crystals.get(Math.min(crystals.size() - 1, i));
          return Optional.of(
              new Difference(
                  CrystalDifference.composition(nearest),
                  CrystalDifference.composition(crystal)
                      + " ("
                      + CrystalDifference.of(nearest, crystal).orElse("")
                      + ")"));
        }
      }
      return Optional.empty();
    }
  }
}
