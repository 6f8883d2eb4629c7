package dev.athanor.models.elements.evaluation;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What is measured, and where the figures go.
 *
 * @param data the project's data folder
 * @param weights folder of weights and cards, which get the figures; empty for the shipped weights,
 *     whose cards stay as they are
 * @param output file for the figures, or its folder; charts go to {@code plots} beside it
 * @param commit what was measured, as version control names it
 * @param parts names of the parts to measure; empty for all that are not lengthy. Figures of other
 *     parts stay in the file as they are
 */
public record EvaluationSettings(
    Path data, Optional<Path> weights, Path output, String commit, Set<String> parts) {
  public EvaluationSettings {
    parts = Set.copyOf(parts);
  }
}
