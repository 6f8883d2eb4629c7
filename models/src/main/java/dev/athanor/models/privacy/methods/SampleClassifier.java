package dev.athanor.models.privacy.methods;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.density.LatentSpace;
import dev.athanor.models.privacy.features.FeatureMap;
import dev.athanor.models.privacy.features.FeatureRows;
import dev.athanor.models.privacy.students.FeatureStudent;
import dev.athanor.models.privacy.students.LogOddsFit;
import dev.athanor.models.privacy.transcription.Domain;
import dev.athanor.models.privacy.transcription.LabelledSamples;
import dev.athanor.models.privacy.transcription.PrivateTeacher;
import dev.athanor.models.privacy.transcription.Transcript;

/**
 * The classifier that is trained on synthetic samples. Each sample is labelled by a private
 * classifier, with all of its log odds: these tell more than the label that a generator was asked
 * for, and what leaves a private classifier costs nothing. The student can at best be as good as
 * it.
 */
final class SampleClassifier {
  private static final int BLOCK = 2000;

  private SampleClassifier() {}

  /**
   * Trains a student.
   *
   * @param latents samples, one after the other
   * @param space where they lie
   */
  static Transcript taught(
      Domain domain,
      FeatureMap features,
      PrivateTeacher teacher,
      float[] latents,
      LatentSpace space,
      long seed) {
    float[] inputs = BroadenedSamples.of(latents, space, domain, seed);
    try (NDManager scope = TorchEngine.newManager()) {
      NDArray seen = FeatureRows.of(features, inputs, scope);
      NDArray said = answers(teacher, seen);
      FeatureStudent student =
          new LogOddsFit(domain, teacher.classifier().centre().mean()).student(seen, said);
      LabelledSamples drawn =
          new LabelledSamples(
              BroadenedSamples.drawn(inputs, features.inputWidth()),
              BroadenedSamples.drawn(Targets.likeliest(said)));
      return new Transcript(student, drawn);
    }
  }

  /** What the classifier says, in blocks: it centres features, which takes as much memory again. */
  private static NDArray answers(PrivateTeacher teacher, NDArray features) {
    NDManager scope = features.getManager();
    NDList parts = new NDList();
    for (long from = 0; from < features.getShape().get(0); from += BLOCK) {
      long to = Math.min(features.getShape().get(0), from + BLOCK);
      try (NDManager inner = scope.newSubManager()) {
        NDArray part = TorchEngine.within(inner, features).get(new NDIndex("{}:{}", from, to));
        NDArray said = teacher.ofFeatures(part);
        said.attach(scope);
        parts.add(said);
      }
    }
    return NDArrays.concat(parts, 0);
  }
}
