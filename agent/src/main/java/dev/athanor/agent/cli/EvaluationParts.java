package dev.athanor.agent.cli;

import dev.athanor.knowledge.KnowledgeBase;
import dev.athanor.models.elements.evaluation.BenchmarkPart;
import dev.athanor.models.elements.evaluation.ElementsEvaluation;
import dev.athanor.models.elements.network.DenoisingWeights;
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
            "generation",
            DenoisingWeights.MODEL,
            true,
            (input, benchmark) ->
                new GenerationBenchmark(input.model(), ToolKnowledge.of(KnowledgeBase.load()))
                    .run(benchmark)));
    return parts;
  }
}
