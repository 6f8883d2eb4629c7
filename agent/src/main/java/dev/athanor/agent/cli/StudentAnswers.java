package dev.athanor.agent.cli;

import dev.athanor.agent.export.AtomicFile;
import dev.athanor.agent.export.CsvLines;
import dev.athanor.tools.transcription.InputRule;
import dev.athanor.tools.transcription.QuestionFiles;
import dev.athanor.tools.transcription.TranscribedModel;
import dev.athanor.tools.transcription.Utility;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Asks a transcribed model about every row of a file, and writes a table: {@code id}, {@code
 * formula} where there are any, {@code label}, and the probability of each label. Holds one batch
 * at a time; the table appears when it is whole.
 */
final class StudentAnswers implements AutoCloseable {
  private static final int BATCH = 512;

  private final TranscribedModel model;
  private final boolean formulas;
  private final AtomicFile file;
  private final Writer writer;
  private final CsvLines lines;
  private final BadRowsFile badRows;
  private final List<String> ids = new ArrayList<>();
  private final List<String> shown = new ArrayList<>();
  private final List<float[]> vectors = new ArrayList<>();
  private long answered;

  StudentAnswers(TranscribedModel model, Path output) throws IOException {
    this.model = model;
    this.formulas = model.card().declaration().inputs() instanceof InputRule.Formulas;
    this.file = Outputs.create(output);
    this.writer = new OutputStreamWriter(file.stream(), StandardCharsets.UTF_8);
    this.lines = new CsvLines(writer);
    this.badRows = new BadRowsFile(output);
    List<String> names = new ArrayList<>(formulas ? List.of("id", "formula") : List.of("id"));
    names.add("label");
    model.card().declaration().target().labels().forEach(label -> names.add("p(" + label + ")"));
    lines.write(names);
  }

  /** Rows that were answered. */
  long answered() {
    return answered;
  }

  /** Rows that were not. */
  BadRowsFile badRows() {
    return badRows;
  }

  /** Reads and answers. */
  void answer(Path input, Runnable afterEach) throws IOException {
    QuestionFiles.read(
        input,
        model.card().declaration().inputs(),
        new QuestionFiles.Sink() {
          @Override
          public void accepted(String id, Optional<String> formula, float[] vector) {
            ids.add(id);
            shown.add(formula.orElse(""));
            vectors.add(vector);
            if (vectors.size() >= BATCH) {
              flush();
            }
            afterEach.run();
          }

          @Override
          public void rejected(String id, int line) {
            badRows.add(
                id,
                new RowFault(
                    "BAD_ROW",
                    OptionalInt.of(line),
                    "what the model must be shown is missing or does not read"));
            afterEach.run();
          }
        });
    flush();
    writer.flush();
  }

  private void flush() {
    if (vectors.isEmpty()) {
      return;
    }
    int width = vectors.get(0).length;
    float[] inputs = new float[vectors.size() * width];
    for (int i = 0; i < vectors.size(); i++) {
      System.arraycopy(vectors.get(i), 0, inputs, i * width, width);
    }
    double[][] told = model.student().probabilities(inputs);
    try {
      for (int i = 0; i < told.length; i++) {
        lines.write(row(i, told[i]));
        answered++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ids.clear();
    shown.clear();
    vectors.clear();
  }

  private List<String> row(int i, double[] probabilities) {
    List<String> cells = new ArrayList<>();
    cells.add(ids.get(i));
    if (formulas) {
      cells.add(shown.get(i));
    }
    cells.add(model.card().declaration().target().labels().get(Utility.likeliest(probabilities)));
    for (double probability : probabilities) {
      cells.add(String.format(Locale.ROOT, "%.6f", probability));
    }
    return cells;
  }

  /** Gives the files their names. */
  void commit() throws IOException {
    writer.flush();
    file.commit();
    badRows.commit();
  }

  @Override
  public void close() throws IOException {
    try (badRows;
        file) {
      writer.flush();
    }
  }
}
