package dev.athanor.models.privacy.methods;

import dev.athanor.models.learning.ProgressListener;
import dev.athanor.models.privacy.features.FeatureMap;
import dev.athanor.models.privacy.students.StudentLearner;
import dev.athanor.models.privacy.transcription.Domain;
import dev.athanor.models.privacy.transcription.LabelledSamples;
import dev.athanor.models.privacy.transcription.PrivateTeacher;

/**
 * Where inputs come from that a student learns on, with no record among them: a generator that
 * learned from the teacher without data, as the papers have it, or public inputs, where some are
 * known that resemble the records.
 */
interface SampleSource extends AutoCloseable {
  /**
   * The source that suits a teacher, ready for use.
   *
   * @param features of the domain, open as long as the source is used
   */
  static SampleSource of(
      Domain domain,
      FeatureMap features,
      PrivateTeacher teacher,
      long seed,
      ProgressListener progress) {
    return teacher.likeness().length > 0
        ? new LikelySamples(features, teacher, seed)
        : GeneratedSamples.learned(domain, features, teacher, seed, progress);
  }

  /** New inputs, each with the label that it is meant to have. */
  LabelledSamples draw(int count);

  /**
   * From now on, looks for inputs that the student judges otherwise than the teacher.
   *
   * @param effort share of what learning a generator takes
   */
  void contest(StudentLearner student, double effort);

  @Override
  void close();
}
