package dev.athanor.models.privacy.methods;

import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.accounting.PrivateMechanism;
import dev.athanor.models.privacy.accounting.RenyiCost;
import dev.athanor.models.privacy.density.DensitySettings;
import dev.athanor.models.privacy.density.DensityTraining;
import dev.athanor.models.privacy.features.FeatureMap;
import dev.athanor.models.privacy.mechanism.NoiseSource;
import dev.athanor.models.privacy.teachers.TeacherTraining;
import dev.athanor.models.privacy.transcription.Assurance;
import dev.athanor.models.privacy.transcription.Domain;
import dev.athanor.models.privacy.transcription.PrivateRecords;
import dev.athanor.models.privacy.transcription.PrivateTeacher;
import dev.athanor.models.privacy.transcription.ReleasePlan;
import java.util.List;
import java.util.stream.Stream;

/**
 * What generative methods know of the records: a density to learn inputs from, and a classifier
 * that says what each sample is. Both are paid from one guarantee.
 *
 * @param density where inputs lie
 * @param classifier what they are
 */
record GenerativeSources(DensityTraining density, TeacherTraining classifier) {
  /** The density's share: samples need not be perfect, since the classifier labels them. */
  private static final double DENSITY_SHARE = 0.25;

  /** The same where students learn little from samples. */
  private static final double SMALL_SHARE = 0.04;

  /** Sources for a guarantee and a number of records, with all sizes and noises decided. */
  static GenerativeSources of(
      Domain domain, PrivacyGuarantee guarantee, int records, Assurance assurance) {
    return switch (assurance) {
      case RECORD -> {
        DensityTraining density = DensityTraining.under(guarantee, share(domain), records);
        RenyiCost spent = cost(density.mechanisms());
        yield new GenerativeSources(
            density, TeacherTraining.of(domain, guarantee, assurance, spent));
      }
      case AS_PUBLISHED ->
          new GenerativeSources(
              DensityTraining.unguarded(DensitySettings.fitting(records, 0)),
              TeacherTraining.of(domain, guarantee, assurance, RenyiCost.NONE));
    };
  }

  private static double share(Domain domain) {
    return domain.features().linear() ? DENSITY_SHARE : SMALL_SHARE;
  }

  /** Those that a plan speaks of. */
  static GenerativeSources of(ReleasePlan plan, PrivateRecords records) {
    GenerativeSources sources =
        of(records.domain(), plan.asked(), records.size(), plan.assurance());
    if (!sources.mechanisms(plan.assurance()).equals(plan.mechanisms())) {
      throw new IllegalArgumentException("the plan was made for other records");
    }
    return sources;
  }

  /** All that touches records. */
  List<PrivateMechanism> mechanisms(Assurance assurance) {
    return switch (assurance) {
      case RECORD ->
          Stream.concat(density.mechanisms().stream(), classifier.mechanisms().stream()).toList();
      case AS_PUBLISHED -> List.of();
    };
  }

  /** The classifier, trained. */
  PrivateTeacher teacher(PrivateRecords records, FeatureMap features, NoiseSource noise) {
    return classifier.train(records, features, noise);
  }

  private static RenyiCost cost(List<PrivateMechanism> mechanisms) {
    return mechanisms.stream().map(PrivateMechanism::cost).reduce(RenyiCost.NONE, RenyiCost::plus);
  }
}
