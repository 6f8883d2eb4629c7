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
import dev.athanor.models.privacy.students.StudentFit;
import dev.athanor.models.privacy.transcription.Domain;
import dev.athanor.models.privacy.transcription.LabelledSamples;
import dev.athanor.models.privacy.transcription.PrivateTeacher;
import dev.athanor.models.privacy.transcription.Student;
import dev.athanor.models.privacy.transcription.Transcript;
import java.util.Arrays;

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
   * Trains a student on samples of a density, or hands on the one that the classifier comes with.
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
    float[] drawn = BroadenedSamples.drawn(inputs, features.inputWidth());
    Student student =
        teacher.student().orElseGet(() -> fitted(domain, features, teacher, inputs, seed));
    if (teacher.likeness().length > 0) {
      // what little such a density may spend tells nothing of inputs that are mostly zeros
      int count = drawn.length / features.inputWidth();
      try (SampleSource likely = new LikelySamples(features, teacher, seed)) {
        return new Transcript(student, likely.draw(count));
      }
    }
    try (NDManager scope = TorchEngine.newManager()) {
      int[] labels = Targets.likeliest(answers(teacher, FeatureRows.of(features, drawn, scope)));
      return new Transcript(student, new LabelledSamples(drawn, labels));
    }
  }

  /**
   * Fits a student to all that the classifier says of inputs, and of those that it knows to
   * resemble the records.
   */
  static FeatureStudent fitted(
      Domain domain, FeatureMap features, PrivateTeacher teacher, float[] inputs, long seed) {
    float[] likeness = teacher.likeness();
    float[] all = Arrays.copyOf(inputs, inputs.length + likeness.length);
    System.arraycopy(likeness, 0, all, inputs.length, likeness.length);
    try (NDManager scope = TorchEngine.newManager()) {
      NDArray seen = FeatureRows.of(features, all, scope);
      return StudentFit.of(domain, teacher.centre().mean(), seed)
          .student(seen, answers(teacher, seen));
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
