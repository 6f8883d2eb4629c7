package dev.athanor.matter.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs one of the Python scripts of {@code src/test/python}: requests in, answers out, one JSON
 * object a line, in the same order.
 *
 * <p>The interpreter is {@code -Doracles.python=PATH}, by default the system's, for which Debian
 * packages every oracle. A run is bounded in time and is killed at its end. A script imports {@code
 * oracle.py}, which adds to every answer the {@code id} of its request, {@code oracle_seconds} (the
 * processor time of that answer) and {@code error} where the oracle itself threw.
 */
public final class OracleProcess {
  /** Exit code of {@code oracle.need} for a module that is not installed. */
  private static final int MISSING_MODULE = 97;

  private static final Path SCRIPTS = Path.of("src/test/python");
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Map<String, String> PACKAGES =
      Map.of(
          "pymatgen", "python3-pymatgen",
          "spglib", "python3-spglib",
          "gemmi", "python3-gemmi",
          "ase", "python3-ase",
          "rdkit", "python3-rdkit",
          "openbabel", "python3-openbabel",
          "numpy", "python3-numpy",
          "scipy", "python3-scipy");

  private OracleProcess() {}

  /** The interpreter that runs the scripts. */
  public static String python() {
    return System.getProperty("oracles.python", "/usr/bin/python3");
  }

  /**
   * Runs {@code NAME.py} over the requests.
   *
   * @param requests what Jackson can write as JSON objects (maps, records, nodes)
   * @return one answer for each request, in the same order
   * @throws IllegalStateException if Python or a module is missing (the message names the Debian
   *     package), the script fails, or the time runs out
   */
  public static List<JsonNode> run(String name, Iterable<?> requests, Duration limit) {
    Path script = SCRIPTS.resolve(name + ".py");
    if (!Files.isRegularFile(script)) {
      throw new IllegalArgumentException("no script " + script.toAbsolutePath());
    }
    if (!Files.isExecutable(Path.of(python()))) {
      throw new IllegalStateException(
          "no Python at "
              + python()
              + ": apt-get install python3, or name another with -Doracles.python=PATH");
    }
    try {
      Path folder = Files.createTempDirectory("athanor-oracle");
      try {
        return run(name, script, folder, requests, limit);
      } finally {
        for (String file : List.of("in.jsonl", "out.jsonl", "errors.txt")) {
          Files.deleteIfExists(folder.resolve(file));
        }
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + name + ".py ran", e);
    }
  }

  /** Streams go through files, so that neither side can block on a full pipe. */
  private static List<JsonNode> run(
      String name, Path script, Path folder, Iterable<?> requests, Duration limit)
      throws IOException, InterruptedException {
    Path in = folder.resolve("in.jsonl");
    Path out = folder.resolve("out.jsonl");
    Path errors = folder.resolve("errors.txt");
    int asked = write(requests, in);
    ProcessBuilder builder =
        new ProcessBuilder(python(), "-B", script.toString())
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(errors.toFile());
    // one core, as the timing ratios say
    for (String threads : List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")) {
      builder.environment().put(threads, "1");
    }
    Process process = builder.start();
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(name + ".py did not end within " + limit);
      }
    } finally {
      process.destroyForcibly();
    }
    String complaint = tail(Files.readString(errors));
    if (process.exitValue() == MISSING_MODULE) {
      throw new IllegalStateException(missing(complaint));
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          name + ".py ended with code " + process.exitValue() + ":\n" + complaint);
    }
    List<JsonNode> answers = new ArrayList<>();
    for (String line : Files.readAllLines(out)) {
      answers.add(MAPPER.readTree(line));
    }
    if (answers.size() != asked) {
      throw new IllegalStateException(
          "%s.py gave %d answers to %d requests:%n%s"
              .formatted(name, answers.size(), asked, complaint));
    }
    return answers;
  }

  private static int write(Iterable<?> requests, Path file) throws IOException {
    int count = 0;
    try (BufferedWriter writer = Files.newBufferedWriter(file, UTF_8)) {
      for (Object request : requests) {
        writer.write(text(request));
        writer.newLine();
        count++;
      }
    }
    return count;
  }

  private static String text(Object request) {
    try {
      return MAPPER.writeValueAsString(request);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a JSON object: " + request, e);
    }
  }

  private static String missing(String complaint) {
    String module = complaint.strip().replaceFirst("(?s).*missing module: ", "");
    String root = module.replaceFirst("\\..*", "");
    return "%s has no module %s: apt-get install %s, or name another Python with -Doracles.python=PATH"
        .formatted(python(), module, PACKAGES.getOrDefault(root, "python3-" + root));
  }

  private static String tail(String text) {
    return text.length() <= 4_000 ? text : text.substring(text.length() - 4_000);
  }
}
