package dev.athanor.agent.cli;

import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import dev.athanor.tools.transcription.ColumnRange;
import dev.athanor.tools.transcription.DataDeclaration;
import dev.athanor.tools.transcription.InputRule;
import dev.athanor.tools.transcription.RecordFiles;
import dev.athanor.tools.transcription.RegisteredDatasets;
import dev.athanor.tools.transcription.TargetRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which records, and what is declared of them before anyone looks. */
final class DataOptions {
  private static final Pattern RANGE = Pattern.compile("(.+):([^:]+):([^:]+)");
  private static final int DIGITS = 10;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description =
          "private table (.csv, .tsv, .jsonl, each also with .gz) with a column 'formula' or those of"
              + " --columns; or a folder of IDX pictures")
  private @Nullable Path data;

  @Option(names = "--target", paramLabel = "COLUMN", description = "what the model is to tell")
  private Optional<String> target = Optional.empty();

  @Option(
      names = "--bins",
      paramLabel = "N",
      split = ",",
      description = "thresholds that part the target's numbers into labels, as in 0,10,40; 0")
  private List<Double> bins = new ArrayList<>();

  @Option(
      names = "--labels",
      paramLabel = "WORD",
      split = ",",
      description =
          "all labels, where the target is words. They are declared and not looked up: a label that"
              + " one record alone has would tell of it")
  private List<String> labels = new ArrayList<>();

  @Option(
      names = "--columns",
      paramLabel = "NAME:LOW:HIGH",
      split = ",",
      description =
          "columns of numbers to learn from, with ranges from what is known of the quantity, not from"
              + " the data; values beyond count as the end (default: formula)")
  private List<String> columns = new ArrayList<>();

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      description =
          "name under which the ledger counts (default: that of the file). Without --data: a data set"
              + " that is registered on this machine")
  private Optional<String> dataset = Optional.empty();

  /**
   * What the options name.
   *
   * @param name of the data set, as the ledger counts it
   * @param source where the records lie
   * @param declaration how they read
   */
  record Chosen(String name, Path source, DataDeclaration declaration) {}

  /** Whether records are named at all. */
  boolean namesRecords() {
    return data != null;
  }

  /** The name of a data set, where only that is given. */
  Optional<String> dataset() {
    return dataset;
  }

  /**
   * What is named and declared.
   *
   * @throws CliException {@code USAGE} for what cannot be meant, {@code INPUT_NOT_FOUND}
   */
  Chosen chosen(Supplier<RegisteredDatasets> registered) {
    try {
      Path file = data;
      if (file == null) {
        RegisteredDatasets.Dataset found =
            registered
                .get()
                .find(
                    dataset.orElseThrow(
                        () -> usage("no data are named", "give --data FILE, or --dataset NAME")));
        return new Chosen(found.name(), found.source(), found.declaration());
      }
      Path source = Inputs.readable(file);
      return new Chosen(dataset.orElseGet(() -> nameOf(source)), source, declaration(source));
    } catch (ToolException e) {
      if (e.code() == ToolErrors.INVALID_ARGUMENTS) {
        throw usage(String.valueOf(e.getMessage()), e.whatToDo());
      }
      throw e;
    }
  }

  private DataDeclaration declaration(Path source) {
    if (Files.isDirectory(source)) {
      List<String> names =
          labels.isEmpty()
              ? IntStream.range(0, DIGITS).mapToObj(Integer::toString).toList()
              : labels;
      return new DataDeclaration(
          new InputRule.Pictures(RecordFiles.pictureSide(source)),
          new TargetRule.Words(target.orElse("label"), names));
    }
    String column = target.orElseThrow(() -> usage("no target is named", "give --target COLUMN"));
    if (!labels.isEmpty() && !bins.isEmpty()) {
      throw usage("a target is numbers or words", "give --bins or --labels, not both");
    }
    TargetRule rule =
        labels.isEmpty()
            ? new TargetRule.Thresholds(column, bins.isEmpty() ? List.of(0.0) : bins)
            : new TargetRule.Words(column, labels);
    return new DataDeclaration(
        columns.isEmpty()
            ? new InputRule.Formulas()
            : new InputRule.Columns(columns.stream().map(DataOptions::range).toList()),
        rule);
  }

  private static ColumnRange range(String word) {
    Matcher parts = RANGE.matcher(word);
    try {
      if (parts.matches()) {
        return new ColumnRange(
            parts.group(1), Double.parseDouble(parts.group(2)), Double.parseDouble(parts.group(3)));
      }
    } catch (NumberFormatException e) {
      // told below, like a range without numbers
    }
    throw usage("'" + word + "' declares no range", "give --columns as in density:0:25,gap:0:12");
  }

  /** The name of a file without its endings. */
  private static String nameOf(Path source) {
    String name = String.valueOf(source.toAbsolutePath().normalize().getFileName());
    return name.replaceFirst("(?i)(\\.(csv|tsv|txt|jsonl|ndjson))?(\\.gz)?$", "");
  }

  private static CliException usage(String what, String hint) {
    return new CliException(CliErrors.USAGE, what, hint);
  }
}
