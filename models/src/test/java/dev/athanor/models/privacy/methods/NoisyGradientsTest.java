package dev.athanor.models.privacy.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.models.privacy.SeededNoise;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import org.junit.jupiter.api.Test;

final class NoisyGradientsTest {
  private static final double[] STUDENT = {0.4, 0.3, 0.15, 0.1, 0.05};
  private static final PrivacyGuarantee ASKED = new PrivacyGuarantee(2, 1e-5);

  @Test
  void gradientsHaveLengthOneWhateverTheLabel() {
    for (int label = 0; label < STUDENT.length; label++) {
      double[] gradient = NoisyGradients.gradient(STUDENT, label);
      double squares = 0;
      int kept = 0;
      for (double value : gradient) {
        squares += value * value;
        kept += value != 0 ? 1 : 0;
      }
      assertThat(squares).isCloseTo(1, within(1e-9));
      assertThat(kept).isEqualTo(3);
      assertThat(gradient[label]).isNegative();
    }
  }

  @Test
  void noiseIsWhatTheGuaranteeAsks() {
    NoisyGradients gradients = new NoisyGradients(ASKED, new SeededNoise(1));
    assertThat(gradients.mechanism().cost().guarantee(1e-5).epsilon()).isBetween(1.99, 2.0);
    double[] sum = new double[STUDENT.length];
    double squares = 0;
    for (int i = 0; i < 20_000; i++) {
      double[] released = gradients.release(STUDENT, 2);
      double[] plain = NoisyGradients.gradient(STUDENT, 2);
      for (int j = 0; j < sum.length; j++) {
        double noise = released[j] - plain[j];
        sum[j] += noise;
        squares += noise * noise / (20_000 * sum.length);
      }
    }
    assertThat(Math.sqrt(squares))
        .isCloseTo(gradients.mechanism().deviation(), within(0.05 * Math.sqrt(squares)));
  }

  @Test
  void afterManyReleasesTheLabelIsTheLikeliest() {
    NoisyGradients gradients = new NoisyGradients(ASKED, new SeededNoise(3));
    double[] believed = STUDENT.clone();
    double[] logs = new double[STUDENT.length];
    for (int i = 0; i < 600; i++) {
      double[] posterior = gradients.posterior(STUDENT, gradients.release(STUDENT, 3));
      for (int label = 0; label < logs.length; label++) {
        logs[label] += Math.log(posterior[label] / STUDENT[label]);
        believed[label] = posterior[label];
      }
    }
    double sum = 0;
    for (int label = 0; label < logs.length; label++) {
      sum += believed[label];
      assertThat(logs[label]).isLessThanOrEqualTo(logs[3]);
    }
    assertThat(sum).isCloseTo(1, within(1e-9));
  }
}
