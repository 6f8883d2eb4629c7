package dev.athanor.models.privacy.methods;

import dev.athanor.models.privacy.score.AnnealedHamiltonian;
import dev.athanor.models.privacy.transcription.TranscriptionMethod;

final class GradientEstimationTest extends TranscriptionMethodContract {
  @Override
  TranscriptionMethod method() {
    return new GradientEstimation(
        new GradientEstimationSettings(
            64, 30, 400, 3e-3, 8, new AnnealedHamiltonian(4, 0.2, 8, 2, 3), 3000));
  }
}
