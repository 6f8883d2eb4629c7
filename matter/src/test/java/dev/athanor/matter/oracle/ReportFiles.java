package dev.athanor.matter.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@code docs/benchmarks/matter.json} and the page that is rendered from it. */
final class ReportFiles {
  /** Order of the page. */
  static final List<String> TOPICS =
      List.of(
          "reading",
          "symmetry",
          "thermodynamics",
          "diffraction",
          "sameness",
          "prototypes",
          "neighbours",
          "molecules",
          "speed");

  private static final Path FOLDER =
      Path.of(System.getProperty("oracles.report", "../docs/benchmarks"));
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ReportFiles() {}

  /** Puts a section in its place, in that of the one with its topic and name if there is one. */
  static synchronized void put(ObjectNode section) {
    try {
      Files.createDirectories(FOLDER);
      Path json = FOLDER.resolve("matter.json");
      List<JsonNode> sections = new ArrayList<>();
      if (Files.exists(json)) {
        MAPPER.readTree(json.toFile()).path("sections").forEach(sections::add);
      }
      sections.removeIf(old -> key(old).equals(key(section)));
      sections.add(section);
      sections.sort(Comparator.comparing(ReportFiles::key));
      ObjectNode report = MAPPER.createObjectNode();
      report.put("command", "mvn -pl matter -Poracles test");
      report.put("machine", OracleMachine.description());
      report.putArray("sections").addAll(sections);
      Files.writeString(
          json, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n");
      Files.writeString(FOLDER.resolve("matter.md"), ReportMarkdown.render(report));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String key(JsonNode section) {
    String topic = section.path("topic").asText();
    return TOPICS.indexOf(topic) + topic + "/" + section.path("name").asText();
  }
}
