package dev.athanor.models.privacy.teachers;

import ai.djl.ndarray.NDArray;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.accounting.PrivateMechanism;
import dev.athanor.models.privacy.accounting.RenyiCost;
import dev.athanor.models.privacy.features.FeatureMap;
import dev.athanor.models.privacy.mechanism.NoiseSource;
import dev.athanor.models.privacy.training.CentredClassifier;
import dev.athanor.models.privacy.training.PrivateDescentSettings;
import dev.athanor.models.privacy.training.PrivateTraining;
import dev.athanor.models.privacy.transcription.Assurance;
import dev.athanor.models.privacy.transcription.PrivateRecords;
import dev.athanor.models.privacy.transcription.PrivateTeacher;
import java.util.List;

/** A linear classifier on the domain's features, by descent. */
public final class LinearTeaching implements TeacherTraining {
  private final PrivateTraining training;
  private final List<PrivateMechanism> mechanisms;

  private LinearTeaching(PrivateTraining training, List<PrivateMechanism> mechanisms) {
    this.training = training;
    this.mechanisms = mechanisms;
  }

  static LinearTeaching of(PrivacyGuarantee guarantee, Assurance assurance, RenyiCost besides) {
    return switch (assurance) {
      case RECORD -> {
        PrivateTraining training =
            PrivateTraining.under(guarantee, TeacherSettings.of(guarantee.epsilon()), besides);
        yield new LinearTeaching(training, training.mechanisms());
      }
      case AS_PUBLISHED -> unguarded(TeacherSettings.of(Double.MAX_VALUE));
    };
  }

  /** One that knows no privacy, to compare with. */
  public static LinearTeaching unguarded(PrivateDescentSettings settings) {
    return new LinearTeaching(PrivateTraining.unguarded(settings), List.of());
  }

  @Override
  public List<PrivateMechanism> mechanisms() {
    return mechanisms;
  }

  @Override
  public PrivateTeacher train(
      NDArray rows, PrivateRecords records, FeatureMap features, NoiseSource noise) {
    CentredClassifier classifier =
        training.run(rows, records.labels(), records.domain().classes(), noise);
    return new PrivateTeacher(features, classifier.centre(), classifier::logProbabilities);
  }
}
