package dev.athanor.models.privacy.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs, one JSON line each, written as soon as they end: a benchmark that was interrupted goes on
 * with what is missing. A later run of the same thing takes the place of an earlier one.
 */
final class RunsFile {
  private static final ObjectMapper MAPPER = new ObjectMapper().registerModule(new Jdk8Module());

  private final Path file;
  private final List<BenchmarkRun> runs = new ArrayList<>();

  /**
   * Opens a file; none yet is an empty one.
   *
   * @throws ModelException {@code BAD_DATA} where it is not one of runs
   */
  RunsFile(Path file) {
    this.file = file;
    try {
      if (Files.exists(file)) {
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
          keep(MAPPER.readValue(line, BenchmarkRun.class));
        }
      }
    } catch (IOException e) {
      throw new ModelException(
          ModelErrors.BAD_DATA, file.getFileName() + " holds no runs of a benchmark", e);
    }
  }

  private void keep(BenchmarkRun run) {
    runs.removeIf(run::sameAs);
    runs.add(run);
  }

  /** All runs, in the order in which they ended. */
  List<BenchmarkRun> runs() {
    return List.copyOf(runs);
  }

  /** Adds a run. */
  void add(BenchmarkRun run) {
    keep(run);
    try {
      Files.writeString(
          file,
          MAPPER.writeValueAsString(run) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a run is plain data", e);
    } catch (IOException e) {
      throw new ModelException(ModelErrors.BAD_DATA, "cannot write " + file.getFileName(), e);
    }
  }
}
