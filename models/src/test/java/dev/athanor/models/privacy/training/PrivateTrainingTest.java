package dev.athanor.models.privacy.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.SeededNoise;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.accounting.PrivateMechanism;
import dev.athanor.models.privacy.accounting.RenyiCost;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Vectors that have nearly everything in common, and a little that tells them apart. */
final class PrivateTrainingTest {
  private static final int RECORDS = 3000;
  private static final int WIDTH = 8;
  private static final PrivateDescentSettings SETTINGS =
      new PrivateDescentSettings(1, 30, 1, 0, 4, 0.9);

  private final int[] labels = new int[RECORDS];

  private float[] values(long seed) {
    Random random = new Random(seed);
    float[] values = new float[RECORDS * WIDTH];
    for (int i = 0; i < RECORDS; i++) {
      labels[i] = random.nextInt(2);
      for (int j = 0; j < WIDTH; j++) {
        double common = j == 0 ? 0.9 : 0;
        double own = j == 1 ? 0.05 * (2 * labels[i] - 1) : 0;
        values[i * WIDTH + j] = (float) (common + own + 0.02 * random.nextGaussian());
      }
    }
    return values;
  }

  private double accuracy(PrivateTraining training) {
    try (NDManager manager = TorchEngine.newManager()) {
      NDArray vectors = manager.create(values(1), new Shape(RECORDS, WIDTH));
      CentredClassifier classifier = training.run(vectors, labels, 2, new SeededNoise(5));
      int[] said = classifier.labels(manager.create(values(2), new Shape(RECORDS, WIDTH)));
      double right = 0;
      for (int i = 0; i < RECORDS; i++) {
        right += said[i] == labels[i] ? 1 : 0;
      }
      return right / RECORDS;
    }
  }

  @Test
  void centreAndDescentTogetherKeepTheGuarantee() {
    PrivateTraining training = PrivateTraining.under(new PrivacyGuarantee(2, 1e-5), SETTINGS);
    double epsilon =
        training.mechanisms().stream()
            .map(PrivateMechanism::cost)
            .reduce(RenyiCost.NONE, RenyiCost::plus)
            .guarantee(1e-5)
            .epsilon();
    assertThat(epsilon).isLessThanOrEqualTo(2).isGreaterThan(1.99);
    assertThat(training.mechanisms()).hasSize(2);
    assertThat(accuracy(training)).isGreaterThan(0.95);
  }

  @Test
  void withoutNoiseThereIsNoPrice() {
    PrivateTraining training = PrivateTraining.unguarded(SETTINGS);
    assertThat(accuracy(training)).isGreaterThan(0.97);
    assertThatThrownBy(training::mechanisms).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theCentreIsTheMeanUnderItsNoise() {
    try (NDManager manager = TorchEngine.newManager()) {
      NDArray vectors = manager.create(values(1), new Shape(RECORDS, WIDTH));
      float[] mean = PrivateCentre.of(vectors, 0, new SeededNoise(1)).mean();
      assertThat(mean[0]).isCloseTo(0.9f, within(0.002f));
      float[] noised = PrivateCentre.of(vectors, 3000, new SeededNoise(1)).mean();
      double first = new SeededNoise(1).gaussian();
      assertThat(noised[0] - mean[0]).isCloseTo((float) first, within(1e-3f));
    }
  }

  @Test
  void noRecordMovesTheSumByMoreThanItsNoiseHides() {
    try (NDManager manager = TorchEngine.newManager()) {
      NDArray vectors = manager.create(new float[] {0.5f, 0, 300, 400}, new Shape(2, 2));
      float[] mean = PrivateCentre.of(vectors, 0, new SeededNoise(1)).mean();
      assertThat(mean).containsExactly(new float[] {0.55f, 0.4f}, within(1e-4f));
    }
  }
}
