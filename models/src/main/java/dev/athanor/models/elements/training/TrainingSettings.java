package dev.athanor.models.elements.training;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What to train with, and for how long.
 *
 * @param data the project's data folder
 * @param output where weights and cards are written
 * @param work where checkpoints are kept
 * @param resume whether training may go on from the checkpoints there; without it, those of a stage
 *     that is asked for are an error, and nothing is touched
 * @param stages what to make
 * @param energyWeights the energy network for the heads where it is not trained in the same run;
 *     empty for the one in {@code output}, or else the shipped one
 * @param energyEpochs passes of the energy network over its data
 * @param denoisingRounds rounds of {@value DenoisingTrainer#ROUND} batches of the denoising network
 * @param seed of initial weights and of all order
 */
public record TrainingSettings(
    Path data,
    Path output,
    Path work,
    boolean resume,
    Set<TrainingStage> stages,
    Optional<Path> energyWeights,
    int energyEpochs,
    int denoisingRounds,
    long seed) {
  public TrainingSettings {
    stages = Set.copyOf(stages);
    if (stages.isEmpty() || energyEpochs < 1 || denoisingRounds < 1) {
      throw new IllegalArgumentException(
          "training needs a stage, and epochs and rounds above zero");
    }
  }
}
