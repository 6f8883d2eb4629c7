package dev.athanor.models.privacy.methods;

import ai.djl.ndarray.NDArray;
import dev.athanor.models.learning.ProgressListener;
import dev.athanor.models.privacy.features.FeatureMap;
import dev.athanor.models.privacy.parts.DataFreeGenerator;
import dev.athanor.models.privacy.parts.GeneratorLosses;
import dev.athanor.models.privacy.parts.GeneratorSettings;
import dev.athanor.models.privacy.parts.GeneratorTraining;
import dev.athanor.models.privacy.students.StudentLearner;
import dev.athanor.models.privacy.transcription.Domain;
import dev.athanor.models.privacy.transcription.LabelledSamples;
import dev.athanor.models.privacy.transcription.PrivateTeacher;

/** Inputs of a generator that learned from the teacher, without data. */
final class GeneratedSamples implements SampleSource {
  /** How strongly the generator looks for what the student does not know. */
  private static final float CONTEST = 0.5f;

  private static final float FARTHEST = 4;

  private final DataFreeGenerator generator;
  private final PrivateTeacher teacher;

  private GeneratedSamples(DataFreeGenerator generator, PrivateTeacher teacher) {
    this.generator = generator;
    this.teacher = teacher;
  }

  static GeneratedSamples learned(
      Domain domain,
      FeatureMap features,
      PrivateTeacher teacher,
      long seed,
      ProgressListener progress) {
    GeneratorSettings settings = GeneratorTraining.settings(domain);
    GeneratedSamples samples =
        new GeneratedSamples(new DataFreeGenerator(domain, features, settings, seed), teacher);
    GeneratorTraining.run(samples.generator, teacher, progress);
    return samples;
  }

  @Override
  public LabelledSamples draw(int count) {
    return generator.draw(count);
  }

  @Override
  public void contest(StudentLearner student, double effort) {
    GeneratorSettings settings = generator.settings();
    for (int step = 0; step < effort * settings.steps(); step++) {
      generator.step(
          (rows, wanted) -> {
            NDArray apart =
                GeneratorLosses.oneHot(
                    student.logProbabilities(rows), teacher.ofFeatures(rows).exp());
            return GeneratorTraining.loss(settings, teacher, rows, wanted)
                .sub(apart.minimum(FARTHEST).mul(CONTEST));
          });
    }
  }

  @Override
  public void close() {
    generator.close();
  }
}
