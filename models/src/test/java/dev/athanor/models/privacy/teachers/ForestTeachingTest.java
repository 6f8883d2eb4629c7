package dev.athanor.models.privacy.teachers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.models.ModelException;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.SeededNoise;
import dev.athanor.models.privacy.accounting.GaussianMechanism;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.accounting.PrivateMechanism;
import dev.athanor.models.privacy.accounting.RenyiCost;
import dev.athanor.models.privacy.composition.CompositionFeatures;
import dev.athanor.models.privacy.composition.ElementFractions;
import dev.athanor.models.privacy.composition.PublicCompositions;
import dev.athanor.models.privacy.features.FeatureMap;
import dev.athanor.models.privacy.students.FeatureKinds;
import dev.athanor.models.privacy.students.StudentFile;
import dev.athanor.models.privacy.transcription.Assurance;
import dev.athanor.models.privacy.transcription.Domain;
import dev.athanor.models.privacy.transcription.PrivateRecords;
import dev.athanor.models.privacy.transcription.PrivateTeacher;
import dev.athanor.models.privacy.transcription.Student;
import dev.athanor.models.privacy.trees.TreeSettings;
import dev.athanor.models.weights.WeightFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** On compositions of which those with much oxygen have another label. */
final class ForestTeachingTest {
  private static final Domain DOMAIN = new Domain(new CompositionFeatures(), 0, 1, 2);
  private static final PrivacyGuarantee GUARANTEE = new PrivacyGuarantee(8, 1e-5);
  private static final TreeSettings SMALL = new TreeSettings(150, 16, 0.3, 0.64, 20, 30, 8, 0.1);
  private static final int RECORDS = 6000;

  private static PrivateRecords records() {
    float[][] rows = PublicCompositions.read().rows();
    float[] inputs = new float[RECORDS * ElementFractions.SIZE];
    int[] labels = new int[RECORDS];
    for (int i = 0; i < RECORDS; i++) {
      float[] fractions = ElementFractions.ofDescriptor(rows[i * 4]);
      System.arraycopy(fractions, 0, inputs, i * fractions.length, fractions.length);
      labels[i] = fractions[Element.O.atomicNumber() - 1] > 0.3 ? 1 : 0;
    }
    return new PrivateRecords(DOMAIN, inputs, labels);
  }

  private static double agreement(double[][] said, int[] labels) {
    double right = 0;
    for (int i = 0; i < labels.length; i++) {
      right += (said[i][1] > 0.5 ? 1 : 0) == labels[i] ? 1 : 0;
    }
    return right / labels.length;
  }

  @Test
  void theForestAndTheNetworkKnowWhatTheRecordsSay() throws IOException {
    PrivateRecords records = records();
    ForestTeaching teaching =
        ForestTeaching.of(DOMAIN, GUARANTEE, Assurance.RECORD, RenyiCost.NONE, SMALL);
    try (NDManager scope = TorchEngine.newManager();
        FeatureMap features = DOMAIN.features().open(scope)) {
      PrivateTeacher teacher = teaching.train(records, features, new SeededNoise(1));
      float[] inputs = records.inputs(0, RECORDS);
      Student forest = teacher.student().orElseThrow();
      assertThat(agreement(forest.probabilities(inputs), records.labels())).isGreaterThan(0.9);
      assertThat(agreement(teacher.probabilities(inputs), records.labels())).isGreaterThan(0.85);
      assertThat(teacher.likeness().length % ElementFractions.SIZE).isZero();
      assertThat(teacher.likeness().length).isGreaterThan(RECORDS * ElementFractions.SIZE);

      ByteArrayOutputStream out = new ByteArrayOutputStream();
      forest.weights().write(out);
      Student again =
          StudentFile.read(new ByteArrayInputStream(out.toByteArray()), FeatureKinds.builtIn());
      assertThat(again.probabilities(inputs)).isDeepEqualTo(forest.probabilities(inputs));
      assertThat(again.domain()).isEqualTo(DOMAIN);
      unusable(forest.weights());
    }
  }

  /** A file whose trees split by a column that there is not. */
  private static void unusable(WeightFile file) {
    Map<String, float[]> arrays = new LinkedHashMap<>(file.arrays());
    float[] splits = file.array("forest/splits").clone();
    splits[1] = ElementFractions.DESCRIPTOR_SIZE;
    arrays.put("forest/splits", splits);
    assertThatThrownBy(
            () ->
                StudentFile.of(
                    new WeightFile(file.model(), file.version(), file.settings(), arrays),
                    FeatureKinds.builtIn()))
        .isInstanceOf(ModelException.class);
  }

  @Test
  void whatIsReleasedBesidesIsPaidFromTheSameGuarantee() {
    RenyiCost besides = new GaussianMechanism(1, 1, 1).cost();
    ForestTeaching teaching =
        ForestTeaching.of(DOMAIN, GUARANTEE, Assurance.RECORD, besides, SMALL);
    RenyiCost spent =
        teaching.mechanisms().stream().map(PrivateMechanism::cost).reduce(besides, RenyiCost::plus);
    assertThat(spent.guarantee(GUARANTEE.delta()).epsilon())
        .isLessThanOrEqualTo(8)
        .isGreaterThan(7.9);
    assertThat(
            ForestTeaching.of(DOMAIN, GUARANTEE, Assurance.AS_PUBLISHED, RenyiCost.NONE, SMALL)
                .mechanisms())
        .isEmpty();
  }
}
