package dev.athanor.models.privacy.methods;

import dev.athanor.models.privacy.transcription.TranscriptionMethod;
import java.util.List;

/** The methods that the product offers; whoever writes one adds it here. */
public final class Methods {
  private Methods() {}

  /** One of each name. */
  public static List<TranscriptionMethod> all() {
    return List.of(
        new SelectiveResponseDistillation(), new DiffusionStudent(), new GradientEstimation());
  }
}
