package dev.athanor.models.privacy.methods;

import dev.athanor.models.privacy.transcription.TranscriptionMethod;

final class DiscriminativeGenerativeDistillationTest extends TranscriptionMethodContract {
  @Override
  TranscriptionMethod method() {
    return new DiscriminativeGenerativeDistillation();
  }
}
