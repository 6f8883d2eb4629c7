package dev.athanor.models.privacy.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.SeededNoise;
import dev.athanor.models.privacy.accounting.NoiseCalibration;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.mechanism.ClippedSum;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PrivateDescentTest {
  private static final int RECORDS = 400;
  private static final int WIDTH = 5;
  private static final int LABELS = 3;

  private final float[] values = new float[RECORDS * WIDTH];
  private final int[] labels = new int[RECORDS];

  PrivateDescentTest() {
    Random random = new Random(2);
    for (int i = 0; i < RECORDS; i++) {
      labels[i] = random.nextInt(LABELS);
      for (int j = 0; j < WIDTH; j++) {
        values[i * WIDTH + j] = (float) (0.3 * random.nextGaussian() + (j == labels[i] ? 2 : 0));
      }
    }
  }

  private static PrivateDescentSettings settings(double rate, int steps, double multiplier) {
    return new PrivateDescentSettings(rate, steps, 0.7, multiplier, 1, 0);
  }

  private static PrivateDescentSettings under(double epsilon, PrivateDescentSettings settings) {
    return settings.withMultiplier(
        NoiseCalibration.leastNoise(
            new PrivacyGuarantee(epsilon, 1e-5),
            noise -> settings.withMultiplier(noise).mechanism().cost()));
  }

  private LinearClassifier trained(PrivateDescentSettings settings) {
    try (NDManager manager = TorchEngine.newManager()) {
      NDArray vectors = manager.create(values, new Shape(RECORDS, WIDTH));
      return new PrivateDescent(settings, new SeededNoise(3)).train(vectors, labels, LABELS);
    }
  }

  private double accuracy(LinearClassifier classifier) {
    try (NDManager manager = TorchEngine.newManager()) {
      long[] said =
          classifier
              .logProbabilities(manager.create(values, new Shape(RECORDS, WIDTH)))
              .argMax(1)
              .toLongArray();
      double right = 0;
      for (int i = 0; i < RECORDS; i++) {
        right += said[i] == labels[i] ? 1 : 0;
      }
      return right / RECORDS;
    }
  }

  @Test
  void oneStepGoesAgainstTheSumOfClippedGradients() {
    ClippedSum sum = new ClippedSum((WIDTH + 1) * LABELS, 0.7, 0, new SeededNoise(1));
    for (int i = 0; i < RECORDS; i++) {
      float[] gradient = new float[(WIDTH + 1) * LABELS];
      for (int j = 0; j <= WIDTH; j++) {
        for (int label = 0; label < LABELS; label++) {
          float error = 1f / LABELS - (label == labels[i] ? 1 : 0);
          gradient[j * LABELS + label] = error * (j == WIDTH ? 1 : values[i * WIDTH + j]);
        }
      }
      sum.add(gradient);
    }
    float[] expected = sum.release();
    float[] weights = trained(settings(1, 1, 0)).weights();
    for (int i = 0; i < weights.length; i++) {
      assertThat(weights[i]).isCloseTo(-expected[i] / RECORDS, within(1e-5f));
    }
  }

  @Test
  void learnsWithAndWithoutPrivacy() {
    assertThat(accuracy(trained(settings(1, 40, 0)))).isGreaterThan(0.97);
    PrivateDescentSettings guarded = under(4, settings(1, 40, 0));
    assertThat(guarded.mechanism().cost().guarantee(1e-5).epsilon()).isBetween(3.9, 4.0);
    assertThat(accuracy(trained(guarded))).isGreaterThan(0.9);
    PrivateDescentSettings sampled = under(8, settings(0.25, 60, 0));
    assertThat(accuracy(trained(sampled))).isGreaterThan(0.9);
  }

  @Test
  void noiseDrownsWhatPrivacyMustHide() {
    float[] weights = trained(settings(1, 1, 1e4)).weights();
    double squares = 0;
    for (float weight : weights) {
      squares += weight * weight;
    }
    // deviation of each: multiplier times bound over the number of records
    assertThat(Math.sqrt(squares / weights.length)).isCloseTo(1e4 * 0.7 / RECORDS, within(6.0));
  }

  @Test
  void aStepOfNobodyIsNoise() {
    LinearClassifier none = trained(settings(1e-9, 3, 0));
    assertThat(none.weights()).containsOnly(0);
  }
}
