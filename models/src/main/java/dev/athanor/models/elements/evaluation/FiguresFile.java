package dev.athanor.models.elements.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.plots.Chart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The figures of all parts in one JSON list, with the charts in folders beside it. A part that is
 * measured again replaces what it had left there; the others stay.
 */
final class FiguresFile {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path file;

  /**
   * The file of a family of models.
   *
   * @param output the file of {@code elements}, beside which those of other families lie, or the
   *     folder of all
   */
  FiguresFile(Path output, String family) {
    if (Files.isDirectory(output)) {
      file = output.resolve(family + ".json");
    } else {
      file = family.equals("elements") ? output : output.resolveSibling(family + ".json");
    }
  }

  /** Puts the figures of a part in the place of its earlier ones, or at the end. */
  void replace(BenchmarkPart part, Benchmark benchmark, String commit) {
    List<JsonNode> before = new ArrayList<>();
    List<JsonNode> after = new ArrayList<>();
    boolean passed = false;
    for (JsonNode node : nodes()) {
      boolean own = node.path("part").asText().equals(part.name());
      passed |= own;
      if (!own) {
        (passed ? after : before).add(node);
      }
    }
    ArrayNode list = MAPPER.createArrayNode();
    list.addAll(before);
    benchmark.metrics().forEach(m -> list.add(node(part, m, commit)));
    list.addAll(after);
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, MAPPER.writeValueAsString(list) + "\n");
      charts(file.resolveSibling("plots").resolve(part.name()), benchmark.charts());
      FiguresPage.write(nodes(), file);
    } catch (IOException e) {
      throw new ModelException(ModelErrors.BAD_DATA, "the figures cannot be written", e);
    }
  }

  private static ObjectNode node(BenchmarkPart part, ModelCard.Metric metric, String commit) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("part", part.name());
    node.put("model", part.model());
    node.put("metric", metric.metric());
    node.put("dataset", metric.dataset());
    node.put("value", metric.value());
    node.put("unit", metric.unit());
    ObjectNode baseline = node.putObject("baseline");
    metric.baselines().forEach(b -> baseline.put(b.method(), b.value()));
    node.put("command", "athanor evaluate --data ../shared/data --parts " + part.name());
    node.put("commit", commit);
    return node;
  }

  /** Charts of an earlier run that are drawn no more must not stay. */
  private static void charts(Path folder, Map<String, Chart> charts) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> old = Files.list(folder)) {
        for (Path path : old.filter(p -> p.toString().endsWith(".svg")).toList()) {
          Files.delete(path);
        }
      }
    }
    for (Map.Entry<String, Chart> chart : charts.entrySet()) {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(chart.getKey() + ".svg"), chart.getValue().svg());
    }
  }

  /** All figures of a model, in the order of the file. */
  List<ModelCard.Metric> metrics(String model) {
    List<ModelCard.Metric> metrics = new ArrayList<>();
    for (JsonNode node : nodes()) {
      if (node.path("model").asText().equals(model)) {
        metrics.add(metric(node));
      }
    }
    return metrics;
  }

  private static ModelCard.Metric metric(JsonNode node) {
    List<ModelCard.Baseline> baselines = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : node.path("baseline").properties()) {
      baselines.add(new ModelCard.Baseline(entry.getKey(), entry.getValue().asDouble()));
    }
    return new ModelCard.Metric(
        node.path("metric").asText(),
        node.path("dataset").asText(),
        node.path("value").asDouble(),
        node.path("unit").asText(),
        baselines);
  }

  private List<JsonNode> nodes() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      List<JsonNode> nodes = new ArrayList<>();
      MAPPER.readTree(Files.readString(file)).forEach(nodes::add);
      return nodes;
    } catch (IOException e) {
      throw new ModelException(
          ModelErrors.BAD_DATA, "the figures there are cannot be read: " + e.getMessage(), e);
    }
  }
}
