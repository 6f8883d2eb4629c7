package dev.athanor.models.elements.training;

import java.nio.file.Path;

/**
 * What to train with, and for how long.
 *
 * @param data the project's data folder
 * @param output where weights and cards are written
 * @param work where checkpoints are kept; training goes on from those it finds
 * @param energySeconds wall clock for the energy network
 * @param denoisingSeconds wall clock for the denoising network
 */
public record TrainingSettings(
    Path data, Path output, Path work, double energySeconds, double denoisingSeconds) {
  public TrainingSettings {
    if (!(energySeconds > 0) || !(denoisingSeconds > 0)) {
      throw new IllegalArgumentException("training needs a time budget above zero");
    }
  }
}
