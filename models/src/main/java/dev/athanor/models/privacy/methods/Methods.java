package dev.athanor.models.privacy.methods;

import dev.athanor.models.privacy.transcription.TranscriptionMethod;
import java.util.List;

/** The methods that the product offers; whoever writes one adds it here. */
public final class Methods {
  private Methods() {}

  /** One of each name. */
  public static List<TranscriptionMethod> all() {
    return List.of(
        new DiscriminativeGenerativeDistillation(),
        new SelectiveResponseDistillation(),
        new DiffusionStudent(),
        new SyntheticDistillation(SyntheticDistillation.Mode.DATA_SENSITIVE),
        new SyntheticDistillation(SyntheticDistillation.Mode.LABEL_SENSITIVE),
        new GradientEstimation());
  }
}
