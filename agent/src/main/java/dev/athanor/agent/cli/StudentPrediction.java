package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.tools.transcription.TranscribedModel;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** {@code athanor predict --model}: a transcribed model is asked about a file. */
final class StudentPrediction {
  private final Surroundings surroundings;
  private final CommonOptions common;

  StudentPrediction(Surroundings surroundings, CommonOptions common) {
    this.surroundings = surroundings;
    this.common = common;
  }

  /** Gives the exit code. */
  int run(Path file, Path input, Path output) throws IOException {
    Outputs.requireOther(output, file);
    TranscribedModel model;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      model = TranscribedModel.read(in, surroundings.transcriptions().get().models().reader());
    }
    long begun = System.nanoTime();
    Terminal terminal = surroundings.terminal();
    long total = terminal.showsProgress() ? Inputs.structureCount(input) : 0;
    try (StudentAnswers answers = new StudentAnswers(model, output)) {
      try (ProgressLine progress = ProgressLine.begin(terminal, "predict", total)) {
        answers.answer(input, progress::step);
      }
      if (answers.answered() + answers.badRows().count() == 0) {
        throw new CliException(
            CliErrors.NOTHING_USABLE,
            "there is no row in '" + input + "'",
            "give a table with the columns that the model learned from");
      }
      answers.commit();
      report(answers, model, output, (System.nanoTime() - begun) / 1e9);
      return answers.badRows().count() == 0 ? ExitCodes.OK : ExitCodes.SOME_ROWS_BAD;
    }
  }

  private void report(StudentAnswers answers, TranscribedModel model, Path output, double seconds) {
    Terminal terminal = surroundings.terminal();
    if (common.json()) {
      ObjectNode summary = JsonNodeFactory.instance.objectNode();
      summary.put("target", model.card().declaration().target().column());
      summary.put("predicted", answers.answered());
      summary.put("rejected", answers.badRows().count());
      summary.put("output", output.toString());
      if (answers.badRows().count() > 0) {
        summary.put("errors", answers.badRows().path().toString());
      }
      summary.put("model", model.card().dataset() + ", " + model.card().method());
      JsonNumbers.put(summary, "seconds", seconds, 3);
      terminal.out().println(summary);
      return;
    }
    if (terminal.showsProgress()) {
      terminal
          .err()
          .printf(
              Locale.ROOT,
              "%s %,d rows in %.1f s, written to %s%n",
              terminal.paintError(Paint.GREEN, "done"),
              answers.answered(),
              seconds,
              output);
    }
    if (answers.badRows().count() > 0) {
      terminal
          .err()
          .printf(
              Locale.ROOT,
              "%s %,d bad rows, with their reasons in %s%n",
              terminal.paintError(Paint.YELLOW, "warning"),
              answers.badRows().count(),
              answers.badRows().path());
    }
  }
}
