package dev.athanor.models.elements.training;

import java.nio.file.Path;
import java.util.Set;

/**
 * What to train with, and for how long.
 *
 * @param data the project's data folder
 * @param output where weights and cards are written
 * @param work where checkpoints are kept; training goes on from those it finds
 * @param stages what to make; the heads need the energy network, which is taken from its checkpoint
 * @param energyEpochs passes of the energy network over its data
 * @param denoisingRounds rounds of {@value DenoisingTrainer#ROUND} batches of the denoising network
 * @param seed of initial weights and of all order
 */
public record TrainingSettings(
    Path data,
    Path output,
    Path work,
    Set<TrainingStage> stages,
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
