package dev.athanor.agent.cli;

import dev.athanor.agent.export.AtomicFile;
import dev.athanor.agent.export.CsvLines;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code OUTPUT.errors}: what had no answer in the input, {@code id,code,line,reason}. It appears
 * when {@link #commit} is called and not before; one of an earlier run goes where this run has
 * nothing to tell.
 */
final class BadRowsFile implements AutoCloseable {
  private final Path path;
  private final AtomicFile file;
  private final Writer writer;
  private final CsvLines lines;
  private long count;
  private long defects;

  /**
   * Opens the file.
   *
   * @param output the file that holds the answers
   */
  BadRowsFile(Path output) throws IOException {
    this.path = output.resolveSibling(output.getFileName() + ".errors");
    this.file = Outputs.create(path);
    this.writer = new OutputStreamWriter(file.stream(), StandardCharsets.UTF_8);
    this.lines = new CsvLines(writer);
    lines.write(List.of("id", "code", "line", "reason"));
  }

  /** Where it is. */
  Path path() {
    return path;
  }

  /** Bad rows so far. */
  long count() {
    return count;
  }

  /** How many of them the program is to blame for. */
  long defects() {
    return defects;
  }

  /** Adds one. */
  void add(String id, RowFault why) {
    String line = why.line().isPresent() ? Integer.toString(why.line().getAsInt()) : "";
    try {
      lines.write(List.of(id, why.code(), line, why.reason()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    count++;
    defects += why.isDefect() ? 1 : 0;
  }

  /** Gives the file its name, or takes an earlier one away where there is nothing to tell. */
  void commit() throws IOException {
    writer.flush();
    if (count > 0) {
      file.commit();
    } else {
      Files.deleteIfExists(path);
    }
  }

  @Override
  public void close() throws IOException {
    try (file) {
      writer.flush();
    }
  }
}
