package dev.athanor.agent.cli;

import dev.athanor.knowledge.KnowledgeBase;
import dev.athanor.knowledge.phases.ReferencePhase;
import dev.athanor.models.diffspectra.evaluation.DiffusionAblations;
import dev.athanor.models.diffspectra.evaluation.DiffusionBenchmark;
import dev.athanor.models.diffspectra.evaluation.RankingBenchmark;
import dev.athanor.models.diffspectra.evaluation.RankingLimits;
import dev.athanor.models.elements.evaluation.BenchmarkPart;
import dev.athanor.models.elements.evaluation.ElementsEvaluation;
import dev.athanor.models.elements.evaluation.VerdictBenchmark;
import dev.athanor.models.elements.network.DenoisingWeights;
import dev.athanor.models.elements.network.EnergyWeights;
import dev.athanor.tools.ToolKnowledge;
import dev.athanor.tools.generation.GenerationBenchmark;
import java.util.ArrayList;
import java.util.List;

/** Everything that {@code athanor evaluate} can measure: parts of the model and of the tools. */
final class EvaluationParts {
  private EvaluationParts() {}

  /** In the order in which they are measured. */
  static List<BenchmarkPart> all() {
    List<BenchmarkPart> parts = new ArrayList<>(ElementsEvaluation.PARTS);
    parts.add(
        new BenchmarkPart(
            "verdict",
            EnergyWeights.MODEL,
            false,
            (input, benchmark) ->
                new VerdictBenchmark(
                        KnowledgeBase.load().referencePhases().all().stream()
                            .map(ReferencePhase::entry)
                            .toList())
                    .run(input, benchmark)));
    parts.add(
        new BenchmarkPart(
            "generation",
            DenoisingWeights.MODEL,
            true,
            (input, benchmark) ->
                new GenerationBenchmark(input.model(), ToolKnowledge.of(KnowledgeBase.load()))
                    .run(benchmark)));
    parts.add(RankingBenchmark.PART);
    parts.add(RankingLimits.PART);
    parts.add(DiffusionBenchmark.PART);
    parts.add(DiffusionAblations.PART);
    return parts;
  }
}
