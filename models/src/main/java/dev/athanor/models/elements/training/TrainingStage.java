package dev.athanor.models.elements.training;

import java.util.Optional;

/** What can be trained by itself. */
public enum TrainingStage {
  /** The energy network, E. */
  ENERGY(Optional.of("energy.checkpoint")),
  /** The deviations of E, and the heads T and C on the features of the energy network. */
  HEADS(Optional.empty()),
  /** The denoising network, D. */
  DENOISER(Optional.of("denoiser.checkpoint"));

  private final Optional<String> checkpoint;

  TrainingStage(Optional<String> checkpoint) {
    this.checkpoint = checkpoint;
  }

  /** The name of its checkpoint; empty for what is fitted in one go. */
  Optional<String> checkpoint() {
    return checkpoint;
  }
}
