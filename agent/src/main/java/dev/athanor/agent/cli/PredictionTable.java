package dev.athanor.agent.cli;

import dev.athanor.agent.export.AtomicFile;
import dev.athanor.agent.export.CsvLines;
import dev.athanor.matter.chemistry.Composition;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The two files of a prediction: {@code FILE} with {@link PredictionColumns}, and {@code
 * FILE.errors} with {@code id,code,line,reason} where rows were bad. Both appear when {@link
 * #commit} is called and not before; an errors file of an earlier run goes where this run has none.
 */
final class PredictionTable implements PredictionSink, AutoCloseable {
  private final PredictionColumns columns;
  private final Path errorsFile;
  private final AtomicFile rows;
  private final AtomicFile errors;
  private final Writer rowWriter;
  private final Writer errorWriter;
  private final CsvLines rowLines;
  private final CsvLines errorLines;
  private long predicted;
  private long rejected;

  /**
   * Opens the files.
   *
   * @param output the table
   * @param choice what was asked for
   */
  PredictionTable(Path output, PropertyChoice choice) throws IOException {
    this.columns = new PredictionColumns(choice);
    this.errorsFile = output.resolveSibling(output.getFileName() + ".errors");
    this.rows = Outputs.create(output);
    this.errors = Outputs.create(errorsFile);
    this.rowWriter = new OutputStreamWriter(rows.stream(), StandardCharsets.UTF_8);
    this.errorWriter = new OutputStreamWriter(errors.stream(), StandardCharsets.UTF_8);
    this.rowLines = new CsvLines(rowWriter);
    this.errorLines = new CsvLines(errorWriter);
    rowLines.write(columns.names());
    errorLines.write(List.of("id", "code", "line", "reason"));
  }

  /** Rows of the table. */
  long predictedCount() {
    return predicted;
  }

  /** Rows of the input, or properties of them, without an answer. */
  long rejectedCount() {
    return rejected;
  }

  /** Where bad rows are listed. */
  Path errorsFile() {
    return errorsFile;
  }

  @Override
  public void predicted(String id, Composition composition, Prediction prediction) {
    write(rowLines, columns.cells(id, composition, prediction));
    predicted++;
  }

  @Override
  public void rejected(String id, RowFault why) {
    String line = why.line().isPresent() ? Integer.toString(why.line().getAsInt()) : "";
    write(errorLines, List.of(id, why.code(), line, why.reason()));
    rejected++;
  }

  /** Gives both files their names. */
  void commit() throws IOException {
    rowWriter.flush();
    errorWriter.flush();
    if (rejected > 0) {
      errors.commit();
    } else {
      Files.deleteIfExists(errorsFile);
    }
    rows.commit();
  }

  @Override
  public void close() throws IOException {
    try (rows;
        errors) {
      rowWriter.flush();
      errorWriter.flush();
    }
  }

  private static void write(CsvLines lines, List<String> cells) {
    try {
      lines.write(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
