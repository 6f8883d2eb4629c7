package dev.athanor.models.privacy.methods;

import ai.djl.ndarray.NDArray;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.accounting.PrivateMechanism;
import dev.athanor.models.privacy.accounting.RenyiCost;
import dev.athanor.models.privacy.features.FeatureMap;
import dev.athanor.models.privacy.mechanism.NoiseSource;
import dev.athanor.models.privacy.teachers.TeacherTraining;
import dev.athanor.models.privacy.transcription.Assurance;
import dev.athanor.models.privacy.transcription.Domain;
import dev.athanor.models.privacy.transcription.PrivateRecords;
import dev.athanor.models.privacy.transcription.PrivateTeacher;
import dev.athanor.models.privacy.transcription.ReleasePlan;
import java.util.List;

/**
 * The classifier that teaches a generator and never changes. Under {@link Assurance#RECORD} it was
 * itself released under the guarantee, so that what the generator learns from it costs nothing
 * more; under {@link Assurance#AS_PUBLISHED} it is a plain one.
 */
final class FixedClassifier {
  private final TeacherTraining training;

  private FixedClassifier(TeacherTraining training) {
    this.training = training;
  }

  /** One that may spend the whole guarantee. */
  static FixedClassifier of(Domain domain, PrivacyGuarantee guarantee, Assurance assurance) {
    return of(domain, guarantee, assurance, RenyiCost.NONE);
  }

  /** One that keeps the guarantee together with what else is released. */
  static FixedClassifier of(
      Domain domain, PrivacyGuarantee guarantee, Assurance assurance, RenyiCost besides) {
    return new FixedClassifier(TeacherTraining.of(domain, guarantee, assurance, besides));
  }

  /** What its training releases. */
  List<PrivateMechanism> mechanisms() {
    return training.mechanisms();
  }

  /** Trains it, if that is what the plan says. */
  PrivateTeacher train(
      PrivateRecords records, FeatureMap features, NoiseSource noise, ReleasePlan plan) {
    requireIn(plan);
    return training.train(records, features, noise);
  }

  /**
   * The same of features that are at hand, which are centred in place.
   *
   * @param rows features of the records, (n, width)
   */
  PrivateTeacher train(
      NDArray rows,
      PrivateRecords records,
      FeatureMap features,
      NoiseSource noise,
      ReleasePlan plan) {
    requireIn(plan);
    return training.train(rows, records, features, noise);
  }

  private void requireIn(ReleasePlan plan) {
    if (!plan.mechanisms().containsAll(mechanisms())) {
      throw new IllegalArgumentException("the plan does not release this classifier");
    }
  }
}
