package dev.athanor.models.elements.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.cards.ModelCards;
import dev.athanor.models.elements.ElementsModel;
import dev.athanor.models.elements.heads.SuperconductorHead;
import dev.athanor.models.elements.heads.TransitionHead;
import dev.athanor.models.elements.network.DenoisingWeights;
import dev.athanor.models.elements.network.EnergyWeights;
import dev.athanor.models.elements.training.HeadData;
import dev.athanor.models.elements.training.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Measures what Elements is worth on data that its weights have not seen, and writes the figures
 * down: one file for the tables, and the cards beside the weights.
 *
 * <p>The heads T and C are refitted in their folds for this, so that every number about them comes
 * from a fit that had not seen the chemical system; with the shipped backbone this gives the
 * shipped heads again.
 */
public final class ElementsEvaluation {
  private static final String COMMAND = "athanor evaluate --data ../shared/data";
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ElementsEvaluation() {}

  /**
   * Runs all benchmarks.
   *
   * @param data the project's data folder
   * @param weights folder of weights and cards, which get the figures; empty for the shipped
   *     weights, whose cards stay as they are
   * @param output file for the figures, or its folder
   * @param commit what was measured, as version control names it
   * @return all figures
   * @throws ModelException where data or weights are missing
   */
  public static List<ModelCard.Metric> run(
      Path data, Optional<Path> weights, Path output, String commit, ProgressListener listener) {
    if (!Files.isDirectory(data)) {
      throw new ModelException(ModelErrors.BAD_DATA, "the data folder does not exist");
    }
    List<Benchmark.Entry> entries = new ArrayList<>();
    try (ElementsModel model = weights.map(ElementsModel::load).orElseGet(ElementsModel::load)) {
      listener.progress("evaluation", 0, "formation energies and stability");
      Benchmark energy = new Benchmark(EnergyWeights.MODEL);
      new EnergyBenchmark(data, energy).run(model);
      entries.addAll(energy.entries());
      listener.progress("evaluation", 0.2, "relaxation");
      Benchmark relaxation = new Benchmark(DenoisingWeights.MODEL);
      RelaxationBenchmark.run(data, model, relaxation);
      entries.addAll(relaxation.entries());
      listener.progress("evaluation", 0.4, "transition temperatures");
      HeadData rows = HeadData.read(data, model.backbone());
      Benchmark transition = new Benchmark(TransitionHead.MODEL);
      new TransitionBenchmark(rows, transition, listener).run();
      entries.addAll(transition.entries());
      listener.progress("evaluation", 0.8, "superconductor or not");
      Benchmark superconductor = new Benchmark(SuperconductorHead.MODEL);
      SuperconductorBenchmark.run(rows, superconductor, listener);
      entries.addAll(superconductor.entries());
    }
    write(entries, Files.isDirectory(output) ? output.resolve("elements.json") : output, commit);
    weights.ifPresent(folder -> updateCards(entries, folder));
    listener.progress("evaluation", 1, entries.size() + " figures");
    return entries.stream().map(Benchmark.Entry::metric).toList();
  }

  private static void write(List<Benchmark.Entry> entries, Path output, String commit) {
    ArrayNode list = MAPPER.createArrayNode();
    for (Benchmark.Entry entry : entries) {
      ModelCard.Metric metric = entry.metric();
      ObjectNode node = list.addObject();
      node.put("model", entry.model());
      node.put("metric", metric.metric());
      node.put("dataset", metric.dataset());
      node.put("value", metric.value());
      node.put("unit", metric.unit());
      ObjectNode baseline = node.putObject("baseline");
      metric.baselines().forEach(b -> baseline.put(b.method(), b.value()));
      node.put("command", COMMAND);
      node.put("commit", commit);
    }
    try {
      Path parent = output.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.writeString(output, MAPPER.writeValueAsString(list) + "\n");
    } catch (IOException e) {
      throw new ModelException(ModelErrors.BAD_DATA, "the figures cannot be written", e);
    }
  }

  private static void updateCards(List<Benchmark.Entry> entries, Path folder) {
    for (String model :
        List.of(
            EnergyWeights.MODEL,
            TransitionHead.MODEL,
            SuperconductorHead.MODEL,
            DenoisingWeights.MODEL)) {
      Path file = folder.resolve(model + ".yaml");
      List<ModelCard.Metric> own =
          entries.stream()
              .filter(e -> e.model().equals(model))
              .map(Benchmark.Entry::metric)
              .toList();
      ModelCards.write(ModelCards.read(file).withMetrics(own), file);
    }
  }
}
