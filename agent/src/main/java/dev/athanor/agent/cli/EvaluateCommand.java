package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.elements.evaluation.BenchmarkPart;
import dev.athanor.models.elements.evaluation.ElementsEvaluation;
import dev.athanor.models.elements.evaluation.EvaluationSettings;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code athanor evaluate}: measures the atomic model on data that its weights have not seen. */
@Command(
    name = "evaluate",
    description = "Measure the atomic model on held-out data",
    footerHeading = "%n",
    footer = {
      "Writes every figure with its baseline, the command and the commit; the tables of the",
      "README are made from that file. Takes some minutes and about 6 GB of memory."
    })
final class EvaluateCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final CommonOptions common;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FOLDER",
      description = "holds mp2018, mp_more and tc; spectra for the part of that name")
  private Path data = Path.of("");

  @Option(
      names = "--weights",
      paramLabel = "FOLDER",
      description = "weights and cards to measure; the cards get the figures (default: as shipped)")
  private @Nullable Path weights;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "where the figures are written, those of DiffSpectra beside it (default: ${DEFAULT-VALUE})",
      defaultValue = "docs/benchmarks/elements.json")
  private Path output = Path.of("");

  @Option(
      names = "--commit",
      paramLabel = "NAME",
      description = "what is measured, as version control names it (default: ${DEFAULT-VALUE})",
      defaultValue = "unknown")
  private String commit = "unknown";

  @ArgGroup private Choice choice = new Choice();

  /** The names of all parts. */
  static final class PartNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return EvaluationParts.all().stream().map(BenchmarkPart::name).iterator();
    }
  }

  /** Which parts to measure. */
  static final class Choice {
    @Option(names = "--all", description = "measure everything, the lengthy parts too (hours)")
    private boolean all;

    @Option(
        names = "--parts",
        paramLabel = "PART",
        split = ",",
        description =
            "measure these only, and leave the other figures as they are:"
                + " ${COMPLETION-CANDIDATES} (default: all that take minutes)",
        completionCandidates = PartNames.class)
    private Set<String> parts = new LinkedHashSet<>();

    Set<String> names() {
      return all
          ? EvaluationParts.all().stream().map(BenchmarkPart::name).collect(Collectors.toSet())
          : parts;
    }
  }

  EvaluateCommand(Surroundings surroundings, CommonOptions common) {
    this.surroundings = surroundings;
    this.common = common;
  }

  @Override
  public Integer call() {
    List<ModelCard.Metric> metrics;
    try (StageProgress progress = new StageProgress(surroundings.terminal())) {
      metrics =
          ElementsEvaluation.run(
              new EvaluationSettings(
                  Inputs.readable(data),
                  Optional.ofNullable(weights),
                  output,
                  commit,
                  choice.names()),
              EvaluationParts.all(),
              progress::share);
    }
    surroundings.terminal().out().println(common.json() ? json(metrics) : text(metrics));
    return ExitCodes.OK;
  }

  private static String text(List<ModelCard.Metric> metrics) {
    return metrics.stream().map(EvaluateCommand::line).collect(Collectors.joining("\n"));
  }

  private static String line(ModelCard.Metric metric) {
    String baselines =
        metric.baselines().stream()
            .map(b -> String.format(Locale.ROOT, "%s %.4g", b.method(), b.value()))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "%.4g %s  %s, %s%s",
        metric.value(),
        metric.unit(),
        metric.metric(),
        metric.dataset(),
        baselines.isEmpty() ? "" : " (" + baselines + ")");
  }

  private static String json(List<ModelCard.Metric> metrics) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (ModelCard.Metric metric : metrics) {
      ObjectNode node = list.addObject();
      node.put("metric", metric.metric());
      node.put("dataset", metric.dataset());
      node.put("value", metric.value());
      node.put("unit", metric.unit());
      ObjectNode baselines = node.putObject("baseline");
      metric.baselines().forEach(b -> baselines.put(b.method(), b.value()));
    }
    return list.toString();
  }
}
