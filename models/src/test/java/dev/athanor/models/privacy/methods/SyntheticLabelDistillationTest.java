package dev.athanor.models.privacy.methods;

import dev.athanor.models.privacy.transcription.TranscriptionMethod;

final class SyntheticLabelDistillationTest extends TranscriptionMethodContract {
  @Override
  TranscriptionMethod method() {
    return new SyntheticDistillation(SyntheticDistillation.Mode.LABEL_SENSITIVE);
  }
}
