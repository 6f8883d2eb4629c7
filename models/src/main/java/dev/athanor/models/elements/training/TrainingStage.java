package dev.athanor.models.elements.training;

/** What can be trained by itself. */
public enum TrainingStage {
  /** The energy network, E. */
  ENERGY,
  /** The heads T and C on the features of the energy network. */
  HEADS,
  /** The denoising network, D. */
  DENOISER
}
