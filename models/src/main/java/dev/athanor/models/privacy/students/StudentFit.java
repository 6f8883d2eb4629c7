package dev.athanor.models.privacy.students;

import ai.djl.ndarray.NDArray;
import dev.athanor.models.privacy.transcription.Domain;

/**
 * Fits a student to all that a teacher says of samples. Only for answers that may be known in full:
 * where labels are told under noise, students learn otherwise.
 */
public interface StudentFit {
  /**
   * The fit that suits a domain: linear where its features are made for that, else a network.
   *
   * @param centre by which features are centred; must be public, as a teacher's released one
   */
  static StudentFit of(Domain domain, float[] centre, long seed) {
    return domain.features().linear()
        ? new LogOddsFit(domain, centre)
        : new NetworkFit(domain, centre, seed);
  }

  /**
   * The student.
   *
   * @param features of samples, (n, width)
   * @param logProbabilities what the teacher says of them, (n, classes)
   */
  FeatureStudent student(NDArray features, NDArray logProbabilities);
}
