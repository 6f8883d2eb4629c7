package dev.athanor.models.privacy.methods;

import dev.athanor.models.privacy.transcription.TranscriptionMethod;

final class DiffusionStudentTest extends TranscriptionMethodContract {
  @Override
  TranscriptionMethod method() {
    return new DiffusionStudent(
        new DiffusionStudentSettings(64, 32, 30, 400, 3e-3, 1, 1, 20, 3000));
  }
}
