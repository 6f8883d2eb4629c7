package dev.athanor.agent.cli;

import dev.athanor.agent.export.AtomicFile;
import dev.athanor.agent.export.CsvLines;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.models.Estimate;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The two files of a prediction: {@code FILE} with {@code id,formula,value,unit,std,applicability},
 * and {@code FILE.errors} with {@code id,code,line,reason} where rows were bad. Both appear when
 * {@link #commit} is called and not before; an errors file of an earlier run goes where this run
 * has none.
 */
final class PredictionTable implements PredictionSink, AutoCloseable {
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
   */
  PredictionTable(Path output) throws IOException {
    this.errorsFile = output.resolveSibling(output.getFileName() + ".errors");
    this.rows = Outputs.create(output);
    this.errors = Outputs.create(errorsFile);
    this.rowWriter = new OutputStreamWriter(rows.stream(), StandardCharsets.UTF_8);
    this.errorWriter = new OutputStreamWriter(errors.stream(), StandardCharsets.UTF_8);
    this.rowLines = new CsvLines(rowWriter);
    this.errorLines = new CsvLines(errorWriter);
    rowLines.write(List.of("id", "formula", "value", "unit", "std", "applicability"));
    errorLines.write(List.of("id", "code", "line", "reason"));
  }

  /** Rows with an answer. */
  long predictedCount() {
    return predicted;
  }

  /** Rows without one. */
  long rejectedCount() {
    return rejected;
  }

  /** Where bad rows are listed. */
  Path errorsFile() {
    return errorsFile;
  }

  @Override
  public void predicted(String id, Composition composition, Estimate estimate) {
    write(
        rowLines,
        List.of(
            id,
            composition.reducedFormula(),
            number(estimate.value()),
            estimate.unit(),
            number(estimate.standardDeviation()),
            estimate.applicability().level().name()));
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

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.6f", value);
    return text.equals("-0.000000") ? "0.000000" : text;
  }
}
