package dev.athanor.matter.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** What a report ran on: processor, cores, Java, and the versions of the oracles. */
final class OracleMachine {
  private static final List<String> MODULES =
      List.of("pymatgen.core", "spglib", "gemmi", "ase", "rdkit", "openbabel");

  private OracleMachine() {}

  private static final class Lazy {
    static final String DESCRIPTION = describe();
  }

  static String description() {
    return Lazy.DESCRIPTION;
  }

  private static String describe() {
    StringJoiner text = new StringJoiner(", ");
    text.add(Runtime.getRuntime().availableProcessors() + " cores (" + processor() + ")");
    text.add("Java " + Runtime.version().feature());
    JsonNode versions =
        OracleProcess.run("versions", List.of(Map.of("modules", MODULES)), Duration.ofMinutes(1))
            .get(0)
            .path("versions");
    versions
        .properties()
        .forEach(
            version ->
                text.add(
                    version.getKey().replace(".core", "").replace("python", "Python")
                        + " "
                        + version.getValue().asText()));
    return text.toString();
  }

  private static String processor() {
    Path information = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(information)) {
      return System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(information)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      return System.getProperty("os.arch");
    }
  }
}
