package dev.athanor.models.privacy.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.models.privacy.SeededNoise;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.columns.ColumnFeatures;
import dev.athanor.models.privacy.transcription.Domain;
import dev.athanor.models.privacy.transcription.PrivateRecords;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TrainingTrialTest {
  private static final PrivacyGuarantee CLAIM = new PrivacyGuarantee(0.5, 1e-5);

  private static PrivateRecords records(int count) {
    Domain domain = new Domain(new ColumnFeatures(40), -1, 1, 2);
    Random random = new Random(1);
    float[] inputs = new float[40 * count];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < 40; j++) {
        inputs[40 * i + j] = (float) (2 * random.nextDouble() - 1);
      }
      labels[i] = inputs[40 * i] > 0 ? 1 : 0;
    }
    return new PrivateRecords(domain, inputs, labels);
  }

  private static TrainingFinding trial(Fault fault) {
    return TrainingTrial.of(records(100), CLAIM, 0.95, fault, 200, new SeededNoise(5), 9);
  }

  @Test
  void anHonestTrainingIsNotRefuted() {
    TrainingFinding finding = trial(Fault.NONE);
    assertThat(finding.bound().refutes(CLAIM.epsilon())).isFalse();
    assertThat(finding.attack().area()).isBetween(0.35, 0.7);
  }

  @Test
  void oneWithHardlyAnyNoiseIs() {
    TrainingFinding finding = trial(Fault.NOISE);
    assertThat(finding.attack().area()).isGreaterThan(0.65);
    assertThat(finding.bound().refutes(CLAIM.epsilon())).isTrue();
  }

  @Test
  void aHandfulOfCanariesIsRefused() {
    assertThatThrownBy(
            () -> TrainingTrial.of(records(10), CLAIM, 0.95, Fault.NONE, 3, new SeededNoise(5), 9))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
