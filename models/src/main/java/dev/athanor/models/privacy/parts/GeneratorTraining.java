package dev.athanor.models.privacy.parts;

import ai.djl.ndarray.NDArray;
import dev.athanor.models.learning.ProgressListener;
import dev.athanor.models.privacy.images.PictureFeatures;
import dev.athanor.models.privacy.transcription.Domain;
import dev.athanor.models.privacy.transcription.PrivateTeacher;

/** Teaches a generator by the losses of {@link GeneratorLosses} against a fixed classifier. */
public final class GeneratorTraining {
  private static final int REPORTS = 10;

  private GeneratorTraining() {}

  /** Settings that suit a domain: features of pictures are dear, those of vectors are not. */
  public static GeneratorSettings settings(Domain domain) {
    return domain.features() instanceof PictureFeatures
        ? new GeneratorSettings(150, 32, 0.01, 0.1, 1, 100, 0.3)
        : new GeneratorSettings(300, 64, 0.01, 0.1, 1, 3, 0.3);
  }

  /** All steps of a generator's settings. */
  public static void run(
      DataFreeGenerator generator, PrivateTeacher teacher, ProgressListener progress) {
    GeneratorSettings settings = generator.settings();
    for (int step = 0; step < settings.steps(); step++) {
      double loss = generator.step((features, wanted) -> loss(settings, teacher, features, wanted));
      if ((step + 1) % Math.max(1, settings.steps() / REPORTS) == 0) {
        progress.progress(
            "generator", (step + 1.0) / settings.steps(), String.format("loss %.3f", loss));
      }
    }
  }

  /** One-hot, activation, information entropy and likeness together. */
  public static NDArray loss(
      GeneratorSettings settings, PrivateTeacher teacher, NDArray features, NDArray wanted) {
    NDArray seen = teacher.ofFeatures(features);
    NDArray centred = teacher.centre().of(features);
    double elsewhere = settings.doubt() / wanted.getShape().get(1);
    NDArray mostly = wanted.mul(1 - settings.doubt()).add(elsewhere);
    return GeneratorLosses.oneHot(seen, mostly)
        .add(GeneratorLosses.likeness(centred).mul((float) settings.likeness()))
        .add(GeneratorLosses.activation(features).mul((float) settings.activation()))
        .add(GeneratorLosses.entropy(seen).mul((float) settings.entropy()));
  }
}
