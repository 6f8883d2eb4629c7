package dev.athanor.agent.cli;

import dev.athanor.agent.export.AtomicFile;
import dev.athanor.agent.export.CsvLines;
import dev.athanor.matter.chemistry.Composition;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The two files of a prediction: {@code FILE} with {@link PredictionColumns}, and a {@link
 * BadRowsFile}. Both appear when {@link #commit} is called and not before.
 */
final class PredictionTable implements PredictionSink, AutoCloseable {
  private final PredictionColumns columns;
  private final AtomicFile rows;
  private final Writer rowWriter;
  private final CsvLines rowLines;
  private final BadRowsFile badRows;
  private long predicted;

  /**
   * Opens the files.
   *
   * @param output the table
   * @param choice what was asked for
   */
  PredictionTable(Path output, PropertyChoice choice) throws IOException {
    this.columns = new PredictionColumns(choice);
    this.rows = Outputs.create(output);
    this.rowWriter = new OutputStreamWriter(rows.stream(), StandardCharsets.UTF_8);
    this.rowLines = new CsvLines(rowWriter);
    this.badRows = new BadRowsFile(output);
    rowLines.write(columns.names());
  }

  /** Rows of the table. */
  long predictedCount() {
    return predicted;
  }

  /** Rows of the input, or properties of them, without an answer. */
  long rejectedCount() {
    return badRows.count();
  }

  /** Where bad rows are listed. */
  Path errorsFile() {
    return badRows.path();
  }

  @Override
  public void predicted(String id, Composition composition, Prediction prediction) {
    try {
      rowLines.write(columns.cells(id, composition, prediction));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    predicted++;
  }

  @Override
  public void rejected(String id, RowFault why) {
    badRows.add(id, why);
  }

  /** Gives both files their names. */
  void commit() throws IOException {
    rowWriter.flush();
    badRows.commit();
    rows.commit();
  }

  @Override
  public void close() throws IOException {
    try (rows;
        badRows) {
      rowWriter.flush();
    }
  }
}
