package dev.athanor.models.privacy.methods;

import ai.djl.ndarray.NDManager;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.features.FeatureMap;
import dev.athanor.models.privacy.features.FeatureRows;
import dev.athanor.models.privacy.parts.DataFreeGenerator;
import dev.athanor.models.privacy.students.StudentLearner;
import dev.athanor.models.privacy.transcription.Domain;
import dev.athanor.models.privacy.transcription.LabelledSamples;

/**
 * What a student learns before any label is told: that samples are what their generator was asked
 * for. Without a prior, randomised response chooses among all labels, and is mostly a lie.
 */
final class FirstLesson {
  private FirstLesson() {}

  static void teach(
      StudentLearner student,
      DataFreeGenerator generator,
      FeatureMap features,
      Domain domain,
      SampleSettings size) {
    LabelledSamples samples = generator.draw(size.count());
    try (Lessons lesson = new Lessons();
        NDManager scope = TorchEngine.newManager()) {
      lesson.add(
          FeatureRows.of(features, samples.inputs(), scope),
          Targets.oneHot(samples.labels(), domain.classes()));
      lesson.teach(student, size, Targets::crossEntropy);
    }
  }
}
