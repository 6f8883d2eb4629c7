package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.matter.format.StructureFiles;
import dev.athanor.models.elements.AtomicModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code athanor predict}: one property of every structure in a file or folder, as a table. */
@Command(
    name = "predict",
    description = "Predict a property of every structure in a file or folder",
    footerHeading = "%n",
    footer = {
      "Input: .cif, .vasp or POSCAR, .xyz or .extxyz, .jsonl or .jsonl.gz, or a folder of them.",
      "Output: id,formula,value,unit,std,applicability. Bad rows go to OUTPUT.errors with their",
      "reason, the others are predicted, and the exit code is 3.",
      "",
      "  athanor predict --property tc --input crystals/ --output tc.csv"
    })
final class PredictCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final CommonOptions common;

  @Option(
      names = "--property",
      required = true,
      paramLabel = "NAME",
      completionCandidates = PropertyWords.class,
      converter = PropertyWords.class,
      description = "one of ${COMPLETION-CANDIDATES}")
  private PredictedProperty property = PredictedProperty.FORMATION_ENERGY;

  @Option(
      names = "--input",
      required = true,
      paramLabel = "PATH",
      description = "a file of structures, or a folder of such files")
  private Path input = Path.of("");

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "the table to write; appears only when it is whole")
  private Path output = Path.of("");

  PredictCommand(Surroundings surroundings, CommonOptions common) {
    this.surroundings = surroundings;
    this.common = common;
  }

  @Override
  public Integer call() throws IOException {
    Path source = Inputs.readable(input);
    long begun = System.nanoTime();
    try (PredictionTable table = new PredictionTable(output);
        AtomicModel model = surroundings.model().get()) {
      predict(source, model, table);
      if (table.predictedCount() + table.rejectedCount() == 0) {
        throw new CliException(
            CliErrors.NOTHING_USABLE,
            "no structure was found in '" + input + "'",
            "known endings: .cif, .vasp, POSCAR, .xyz, .extxyz, .jsonl, .jsonl.gz");
      }
      table.commit();
      report(table, model.version(), (System.nanoTime() - begun) / 1e9);
      return table.rejectedCount() == 0 ? ExitCodes.OK : ExitCodes.SOME_ROWS_BAD;
    }
  }

  private void predict(Path source, AtomicModel model, PredictionTable table) throws IOException {
    Terminal terminal = surroundings.terminal();
    long total = terminal.showsProgress() ? Inputs.structureCount(source) : 0;
    PropertyQuestion question =
        PropertyQuestion.of(property, model, surroundings.referencePhases());
    try (ProgressLine progress = ProgressLine.begin(terminal, property.word(), total)) {
      BatchPredictor predictor = new BatchPredictor(question, table, progress::step);
      StructureFiles.read(source, predictor);
      predictor.flush();
    }
  }

  private void report(PredictionTable table, String version, double seconds) {
    Terminal terminal = surroundings.terminal();
    if (common.json()) {
      ObjectNode summary = new ObjectMapper().createObjectNode();
      summary.put("property", property.word());
      summary.put("predicted", table.predictedCount());
      summary.put("rejected", table.rejectedCount());
      summary.put("output", output.toString());
      if (table.rejectedCount() > 0) {
        summary.put("errors", table.errorsFile().toString());
      }
      summary.put("model", version);
      summary.put("seconds", Math.round(seconds * 1000) / 1000.0);
      terminal.out().println(summary);
      return;
    }
    if (terminal.showsProgress()) {
      terminal
          .err()
          .printf(
              Locale.ROOT,
              "%s %s of %,d structures in %.1f s, written to %s%n",
              terminal.paintError(Paint.GREEN, "done"),
              property.word(),
              table.predictedCount(),
              seconds,
              output);
    }
    if (table.rejectedCount() > 0) {
      terminal
          .err()
          .printf(
              Locale.ROOT,
              "%s %,d bad rows, with their reasons in %s%n",
              terminal.paintError(Paint.YELLOW, "warning"),
              table.rejectedCount(),
              table.errorsFile());
    }
  }

  /** The names of the properties, as words of the command line. */
  static final class PropertyWords implements Iterable<String>, ITypeConverter<PredictedProperty> {
    @Override
    public java.util.Iterator<String> iterator() {
      return PredictedProperty.words().iterator();
    }

    @Override
    public PredictedProperty convert(String word) {
      return PredictedProperty.of(word)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + word + "' is none of " + String.join(", ", PredictedProperty.words())));
    }
  }
}
