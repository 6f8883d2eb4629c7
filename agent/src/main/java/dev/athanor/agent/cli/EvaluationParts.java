package dev.athanor.agent.cli;

import dev.athanor.models.elements.evaluation.BenchmarkPart;
import dev.athanor.models.elements.evaluation.ElementsEvaluation;
import java.util.ArrayList;
import java.util.List;

/** Everything that {@code athanor evaluate} can measure: parts of the model and of the tools. */
final class EvaluationParts {
  private EvaluationParts() {}

  /** In the order in which they are measured. */
  static List<BenchmarkPart> all() {
    return new ArrayList<>(ElementsEvaluation.PARTS);
  }
}
