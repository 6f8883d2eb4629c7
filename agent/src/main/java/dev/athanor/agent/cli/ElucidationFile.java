package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.agent.export.AtomicFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The two files of an elucidation: {@code FILE} with a JSON line for each entry that has an answer,
 * and {@code FILE.errors}. Both appear when {@link #commit} is called and not before.
 */
final class ElucidationFile implements AutoCloseable {
  private final AtomicFile file;
  private final Writer writer;
  private final BadRowsFile badRows;
  private long answered;
  private long outside;

  /**
   * Opens the files.
   *
   * @param input what is read, which neither file may be
   */
  ElucidationFile(Path output, Path input) throws IOException {
    Outputs.requireOther(output, input);
    this.file = Outputs.create(output);
    this.writer = new OutputStreamWriter(file.stream(), StandardCharsets.UTF_8);
    this.badRows = new BadRowsFile(output);
  }

  /** Entries with a line, those outside the model's reach among them. */
  long answered() {
    return answered;
  }

  /** Entries that were said to be outside. */
  long outside() {
    return outside;
  }

  /** Entries without a line. */
  BadRowsFile badRows() {
    return badRows;
  }

  /** Adds an answer. */
  void add(ObjectNode line) {
    try {
      writer.write(line + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    answered++;
    outside += line.hasNonNull(ElucidationLines.OUTSIDE) ? 1 : 0;
  }

  /** Gives both files their names. */
  void commit() throws IOException {
    writer.flush();
    badRows.commit();
    file.commit();
  }

  @Override
  public void close() throws IOException {
    try (file;
        badRows) {
      writer.flush();
    }
  }
}
