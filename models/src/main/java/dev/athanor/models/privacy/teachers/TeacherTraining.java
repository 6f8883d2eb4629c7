package dev.athanor.models.privacy.teachers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.accounting.PrivateMechanism;
import dev.athanor.models.privacy.accounting.RenyiCost;
import dev.athanor.models.privacy.composition.CompositionFeatures;
import dev.athanor.models.privacy.features.FeatureMap;
import dev.athanor.models.privacy.mechanism.NoiseSource;
import dev.athanor.models.privacy.transcription.Assurance;
import dev.athanor.models.privacy.transcription.Domain;
import dev.athanor.models.privacy.transcription.PrivateRecords;
import dev.athanor.models.privacy.transcription.PrivateTeacher;
import java.util.List;

/** Trains the classifier that methods learn from. */
public interface TeacherTraining {
  /**
   * The training that suits a domain: forests where linear classifiers on its features are weak and
   * public inputs are known, else descent.
   *
   * @param guarantee to be kept together with what is released besides
   * @param assurance under {@link Assurance#AS_PUBLISHED} nothing is noised
   * @param besides what else is released of the same records
   */
  static TeacherTraining of(
      Domain domain, PrivacyGuarantee guarantee, Assurance assurance, RenyiCost besides) {
    return domain.features() instanceof CompositionFeatures
        ? ForestTeaching.of(domain, guarantee, assurance, besides)
        : LinearTeaching.of(guarantee, assurance, besides);
  }

  /** All that it releases; nothing may be said to be released under no guarantee. */
  List<PrivateMechanism> mechanisms();

  /**
   * Trains.
   *
   * @param rows features of the records, (n, width); are centred in place
   * @param features of the domain, open as long as the teacher is asked
   */
  PrivateTeacher train(
      NDArray rows, PrivateRecords records, FeatureMap features, NoiseSource noise);

  /** The same where features are not at hand. */
  default PrivateTeacher train(PrivateRecords records, FeatureMap features, NoiseSource noise) {
    try (NDManager scope = TorchEngine.newManager();
        NDArray rows = PrivateTeacher.featuresOf(records, features, scope)) {
      return train(rows, records, features, noise);
    }
  }
}
