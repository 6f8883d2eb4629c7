package dev.athanor.models.privacy.methods;

import dev.athanor.models.privacy.transcription.TranscriptionMethod;

final class SyntheticDataDistillationTest extends TranscriptionMethodContract {
  @Override
  TranscriptionMethod method() {
    return new SyntheticDistillation(SyntheticDistillation.Mode.DATA_SENSITIVE);
  }
}
