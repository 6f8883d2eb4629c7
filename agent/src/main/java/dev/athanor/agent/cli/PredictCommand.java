package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.matter.format.FormulaTableReader;
import dev.athanor.matter.format.StructureFiles;
import dev.athanor.models.elements.AtomicModel;
import dev.athanor.models.elements.CompositionModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * {@code athanor predict}: one property, or all, of every structure in a file or folder, or of
 * every formula in a table, as a table.
 */
@Command(
    name = "predict",
    description = "Predict a property of every structure or formula",
    footerHeading = "%n",
    footer = {
      "Input: .cif, .vasp or POSCAR, .xyz or .extxyz, .jsonl or .jsonl.gz, or a folder of them;",
      "or a .csv or .csv.gz with a column 'formula' and, if wanted, 'id': by composition alone.",
      "Output: id,formula,value,unit,std,applicability,low68,high68,low95,high95; the intervals",
      "hold the truth in 68 and 95 of 100 cases. With energy_above_hull also stable_probability",
      "and stable. With all, each input has one row a property, named in the last column.",
      "Bad rows go to OUTPUT.errors with their reason, the others are predicted, and the exit",
      "code is 3.",
      "",
      "tc of a crystal is its transition temperature if it superconducts at all; tc of a formula",
      "is what a measurement would report, 0 where finding nothing is likelier.",
      "With --model the table has id, formula, label and the probability of each label; the input",
      "holds the columns that the model learned from.",
      "",
      "  athanor predict --property tc --input crystals/ --output tc.csv",
      "  athanor predict --property all --input crystals/ --output all.csv",
      "  athanor predict --property tc --input formulas.csv --output tc.csv",
      "  athanor predict --model tc.student --input formulas.csv --output told.csv"
    })
final class PredictCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final CommonOptions common;

  @ArgGroup(multiplicity = "1")
  private Question question = new Question();

  /** What is asked, and of whom. */
  static final class Question {
    @Option(
        names = "--property",
        paramLabel = "NAME",
        completionCandidates = PropertyWords.class,
        converter = PropertyWords.class,
        description = "one of ${COMPLETION-CANDIDATES}")
    private PropertyChoice property = PropertyChoice.of(PredictedProperty.FORMATION_ENERGY);

    @Option(
        names = "--model",
        paramLabel = "MODEL",
        description = "ask a model that 'athanor transcribe' wrote instead")
    private @Nullable Path model;
  }

  @Option(
      names = "--input",
      required = true,
      paramLabel = "PATH",
      description = "a file of structures or formulas, or a folder of files of structures")
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
    Outputs.requireOther(output, source);
    Path model = question.model;
    if (model != null) {
      return new StudentPrediction(surroundings, common)
          .run(Inputs.readable(model), source, output);
    }
    PropertyChoice property = question.property;
    long begun = System.nanoTime();
    try (PredictionTable table = new PredictionTable(output, property)) {
      String version =
          FormulaTableReader.isTable(source)
              ? predictFormulas(source, table)
              : predictStructures(source, table);
      table.commit();
      report(table, version, (System.nanoTime() - begun) / 1e9);
      return table.rejectedCount() == 0 ? ExitCodes.OK : ExitCodes.SOME_ROWS_BAD;
    }
  }

  /** Gives the version of the model that answered. */
  private String predictStructures(Path source, PredictionTable table) throws IOException {
    Terminal terminal = surroundings.terminal();
    long total = terminal.showsProgress() ? Inputs.structureCount(source) : 0;
    try (AtomicModel model = surroundings.model().get()) {
      PropertyQuestion asked =
          PropertyQuestion.of(question.property, model, surroundings.referencePhases());
      try (ProgressLine progress = ProgressLine.begin(terminal, question.property.word(), total)) {
        BatchPredictor predictor = new BatchPredictor(asked, table, progress::step);
        StructureFiles.read(source, predictor);
        predictor.flush();
      }
      refuseNothing(
          table,
          "no structure was found in '" + input + "'",
          "known endings: .cif, .vasp, POSCAR, .xyz, .extxyz, .jsonl, .jsonl.gz, .csv, .csv.gz");
      return model.version();
    }
  }

  /** Gives the version of the model that answered. */
  private String predictFormulas(Path source, PredictionTable table) throws IOException {
    Terminal terminal = surroundings.terminal();
    long total = terminal.showsProgress() ? Inputs.structureCount(source) : 0;
    try (CompositionModel model = surroundings.formulas().get();
        ProgressLine progress = ProgressLine.begin(terminal, question.property.word(), total)) {
      FormulaPredictor predictor =
          new FormulaPredictor(FormulaQuestion.of(question.property, model), table, progress::step);
      FormulaTableReader.read(source, predictor);
      predictor.flush();
      refuseNothing(
          table,
          "no formula was found in '" + input + "'",
          "a table needs a first line with a column 'formula', and rows below it");
      return model.version();
    }
  }

  private static void refuseNothing(PredictionTable table, String what, String hint) {
    if (table.predictedCount() + table.rejectedCount() == 0) {
      throw new CliException(CliErrors.NOTHING_USABLE, what, hint);
    }
  }

  private void report(PredictionTable table, String version, double seconds) {
    Terminal terminal = surroundings.terminal();
    if (common.json()) {
      ObjectNode summary = new ObjectMapper().createObjectNode();
      summary.put("property", question.property.word());
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
              "%s %s of %,d rows in %.1f s, written to %s%n",
              terminal.paintError(Paint.GREEN, "done"),
              question.property.word(),
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
  static final class PropertyWords implements Iterable<String>, ITypeConverter<PropertyChoice> {
    @Override
    public java.util.Iterator<String> iterator() {
      return PropertyChoice.words().iterator();
    }

    @Override
    public PropertyChoice convert(String word) {
      return PropertyChoice.of(word)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + word + "' is none of " + String.join(", ", PropertyChoice.words())));
    }
  }
}
