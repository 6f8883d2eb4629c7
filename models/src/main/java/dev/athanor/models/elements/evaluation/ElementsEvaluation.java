package dev.athanor.models.elements.evaluation;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.cards.ModelCards;
import dev.athanor.models.elements.heads.FormulaEnergyHead;
import dev.athanor.models.elements.heads.FormulaTemperatureHead;
import dev.athanor.models.elements.heads.SuperconductorHead;
import dev.athanor.models.elements.heads.TransitionHead;
import dev.athanor.models.elements.network.DenoisingWeights;
import dev.athanor.models.elements.network.EnergyWeights;
import dev.athanor.models.learning.ProgressListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Measures what Elements is worth on data that its weights have not seen, and writes the figures
 * down: one file for the tables, charts beside it, and the cards beside the weights.
 *
 * <p>The heads T and C are refitted in their folds for this, so that every number about them comes
 * from a fit that had not seen the chemical system; with the shipped backbone this gives the
 * shipped heads again.
 */
public final class ElementsEvaluation {
  /** The parts that need nothing but the model and the data. */
  public static final List<BenchmarkPart> PARTS =
      List.of(
          new BenchmarkPart(
              "energy",
              EnergyWeights.MODEL,
              false,
              (input, benchmark) ->
                  new EnergyBenchmark(input.data(), benchmark).run(input.model())),
          new BenchmarkPart(
              "published",
              EnergyWeights.MODEL,
              false,
              (input, benchmark) -> PublishedBenchmark.run(input.data(), input.model(), benchmark)),
          new BenchmarkPart(
              "learning-curve",
              EnergyWeights.MODEL,
              true,
              (input, benchmark) ->
                  LearningCurveBenchmark.run(input.data(), benchmark, input.listener())),
          new BenchmarkPart(
              "relaxation",
              DenoisingWeights.MODEL,
              false,
              (input, benchmark) ->
                  RelaxationBenchmark.run(input.data(), input.model(), benchmark)),
          new BenchmarkPart(
              "transition",
              TransitionHead.MODEL,
              false,
              (input, benchmark) ->
                  new TransitionBenchmark(input.rows(), benchmark, input.listener()).run()),
          new BenchmarkPart(
              "formulas",
              FormulaTemperatureHead.MODEL,
              false,
              (input, benchmark) ->
                  FormulaBenchmark.run(input.data(), benchmark, input.listener())),
          new BenchmarkPart(
              "formula-energies",
              FormulaEnergyHead.MODEL,
              false,
              (input, benchmark) ->
                  FormulaEnergyBenchmark.run(input.data(), input.formulas(), benchmark)),
          new BenchmarkPart(
              "superconductor", SuperconductorHead.MODEL, false, SuperconductorBenchmark::run),
          new BenchmarkPart("throughput", EnergyWeights.MODEL, false, ThroughputBenchmark::speed),
          new BenchmarkPart("memory", EnergyWeights.MODEL, true, ThroughputBenchmark::memory));

  private ElementsEvaluation() {}

  /**
   * Measures some parts.
   *
   * @param parts what there is to choose from, in order; {@link #PARTS} and what other rooms add
   * @return the new figures
   * @throws ModelException where data or weights are missing, or a part is not known
   */
  public static List<ModelCard.Metric> run(
      EvaluationSettings settings, List<BenchmarkPart> parts, ProgressListener listener) {
    if (!Files.isDirectory(settings.data())) {
      throw new ModelException(ModelErrors.BAD_DATA, "the data folder does not exist");
    }
    List<BenchmarkPart> chosen = chosen(settings.parts(), parts);
    List<ModelCard.Metric> metrics = new ArrayList<>();
    try (EvaluationInput input =
        new EvaluationInput(settings.data(), settings.weights(), listener)) {
      for (BenchmarkPart part : chosen) {
        listener.progress("evaluation", (double) chosen.indexOf(part) / chosen.size(), part.name());
        FiguresFile figures = new FiguresFile(settings.output(), part.family());
        Benchmark benchmark = new Benchmark();
        part.work().run(input, benchmark);
        figures.replace(part, benchmark, settings.commit());
        settings.weights().ifPresent(folder -> updateCard(part.model(), figures, folder));
        metrics.addAll(benchmark.metrics());
      }
    }
    listener.progress("evaluation", 1, metrics.size() + " figures");
    return metrics;
  }

  private static List<BenchmarkPart> chosen(Set<String> names, List<BenchmarkPart> parts) {
    Set<String> unknown = new LinkedHashSet<>(names);
    parts.forEach(part -> unknown.remove(part.name()));
    if (!unknown.isEmpty()) {
      throw new ModelException(
          ModelErrors.BAD_DATA,
          "there is no part "
              + unknown
              + "; there are "
              + parts.stream().map(p -> p.name()).toList());
    }
    return parts.stream()
        .filter(part -> names.isEmpty() ? !part.lengthy() : names.contains(part.name()))
        .toList();
  }

  private static void updateCard(String model, FiguresFile figures, Path folder) {
    Path file = folder.resolve(model + ".yaml");
    ModelCards.write(ModelCards.read(file).withMetrics(figures.metrics(model)), file);
  }
}
