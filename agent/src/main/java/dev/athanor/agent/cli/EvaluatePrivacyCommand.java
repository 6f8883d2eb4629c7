package dev.athanor.agent.cli;

import dev.athanor.models.privacy.evaluation.BenchmarkTask;
import dev.athanor.models.privacy.evaluation.PrivacyBenchmark;
import dev.athanor.models.privacy.evaluation.PrivacyTasks;
import dev.athanor.models.privacy.methods.Methods;
import dev.athanor.models.privacy.transcription.Assurance;
import dev.athanor.models.privacy.transcription.TranscriptionMethod;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code athanor evaluate-privacy}: what students are worth at a price in privacy. */
@Command(
    name = "evaluate-privacy",
    description = "Measure the methods of private transcription",
    footerHeading = "%n",
    footer = {
      "Each run is written as it ends, and none is run twice: a benchmark that was interrupted goes",
      "on where it was. A run takes one to some minutes and up to 3 GB of memory."
    })
final class EvaluatePrivacyCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final CommonOptions common;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FOLDER",
      description = "holds mnist and tc, as docs/models.md describes")
  private Path data = Path.of("");

  @Option(
      names = "--fashion",
      paramLabel = "FOLDER",
      description =
          "holds the IDX files of Fashion-MNIST, Debian's dataset-fashion-mnist"
              + " (default: ${DEFAULT-VALUE})",
      defaultValue = "/usr/share/datasets/fashion-mnist")
  private Path fashion = Path.of("");

  @Option(
      names = "--tasks",
      paramLabel = "TASK",
      split = ",",
      completionCandidates = TaskNames.class,
      description = "what to learn: ${COMPLETION-CANDIDATES} (default: all)")
  private Set<String> tasks = new LinkedHashSet<>();

  @Option(
      names = "--methods",
      paramLabel = "METHOD",
      split = ",",
      completionCandidates = MethodNames.class,
      description = "how: ${COMPLETION-CANDIDATES} (default: all)")
  private Set<String> methods = new LinkedHashSet<>();

  @Option(
      names = "--epsilons",
      paramLabel = "E",
      split = ",",
      description = "epsilons to ask for (default: ${DEFAULT-VALUE})",
      defaultValue = "1,10")
  private List<Double> epsilons = List.of();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "runs of each thing (default: ${DEFAULT-VALUE})",
      defaultValue = "3")
  private int seeds;

  @Option(
      names = "--as-published",
      description = "promise no more than the papers do, whose teachers see records without noise")
  private boolean asPublished;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "where the figures are written, page and single runs beside it"
              + " (default: ${DEFAULT-VALUE})",
      defaultValue = "docs/benchmarks/privacy.json")
  private Path output = Path.of("");

  @Option(
      names = "--commit",
      paramLabel = "NAME",
      description = "what is measured, as version control names it (default: ${DEFAULT-VALUE})",
      defaultValue = "unknown")
  private String commit = "unknown";

  /** The names of all tasks. */
  static final class TaskNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return PrivacyTasks.NAMES.iterator();
    }
  }

  /** The names of all methods. */
  static final class MethodNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Methods.all().stream().map(method -> method.name().word()).iterator();
    }
  }

  EvaluatePrivacyCommand(Surroundings surroundings, CommonOptions common) {
    this.surroundings = surroundings;
    this.common = common;
  }

  @Override
  public Integer call() {
    if (seeds < 1 || epsilons.stream().anyMatch(epsilon -> !(epsilon > 0))) {
      throw new CliException(
          CliErrors.USAGE, "nothing to measure", "give one seed or more and epsilons above 0");
    }
    List<BenchmarkTask> chosen =
        PrivacyTasks.all(Inputs.readable(data), fashion).stream()
            .filter(task -> tasks.isEmpty() || tasks.contains(task.name()))
            .toList();
    List<TranscriptionMethod> how =
        Methods.all().stream()
            .filter(method -> methods.isEmpty() || methods.contains(method.name().word()))
            .toList();
    if (chosen.size() < Math.max(1, tasks.size()) || how.size() < Math.max(1, methods.size())) {
      throw new CliException(
          CliErrors.USAGE,
          "a task or method has another name",
          "tasks: %s; methods: %s"
              .formatted(String.join(", ", new TaskNames()), String.join(", ", new MethodNames())));
    }
    try (StageProgress progress = new StageProgress(surroundings.terminal())) {
      new PrivacyBenchmark(
              chosen,
              how,
              asPublished ? Assurance.AS_PUBLISHED : Assurance.RECORD,
              epsilons,
              PrivacyBenchmark.DELTA,
              seeds,
              commit)
          .run(output, progress::share);
    }
    TrainingOptions.written(surroundings, common.json(), "figures are in", output);
    return ExitCodes.OK;
  }
}
