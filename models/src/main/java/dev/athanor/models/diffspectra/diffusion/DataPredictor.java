package dev.athanor.models.diffspectra.diffusion;

import java.util.Optional;

/** Says which clean molecules noisy ones came from; usually a network with its condition bound. */
@FunctionalInterface
public interface DataPredictor {
  /**
   * The expected clean state.
   *
   * @param noisy as of the time
   * @param time of the noise process
   * @param previous what was predicted a step before, for self-conditioning
   */
  MoleculeState predict(MoleculeState noisy, double time, Optional<MoleculeState> previous);
}
