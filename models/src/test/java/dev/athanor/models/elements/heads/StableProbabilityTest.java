package dev.athanor.models.elements.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class StableProbabilityTest {
  @Test
  void followsTheNormalDistribution() {
    assertThat(StableProbability.of(0, 0.05)).isEqualTo(0.5);
    assertThat(StableProbability.of(-0.05, 0.05)).isCloseTo(0.8413, within(2e-4));
    assertThat(StableProbability.of(0.1, 0.05)).isCloseTo(0.0228, within(2e-4));
    assertThat(StableProbability.of(0.1, 0)).isZero();
    assertThat(StableProbability.of(-0.1, 0)).isEqualTo(1);
  }

  @Test
  void aStricterThresholdIsTakenWhereMorePrecisionIsWanted() {
    Random random = new Random(3);
    int n = 4000;
    double[] distance = new double[n];
    double[] deviation = new double[n];
    boolean[] stable = new boolean[n];
    int truths = 0;
    for (int i = 0; i < n; i++) {
      double truth = 0.1 * random.nextGaussian();
      deviation[i] = 0.05;
      distance[i] = truth + deviation[i] * random.nextGaussian();
      stable[i] = truth <= 0;
      truths += stable[i] ? 1 : 0;
    }
    double[] probability = StableProbability.of(distance, deviation);
    double strict = StableProbability.threshold(probability, stable, 1.9);
    double lax = StableProbability.threshold(probability, stable, 1.5);
    assertThat(lax).isLessThan(strict);
    int calls = 0;
    int right = 0;
    for (int i = 0; i < n; i++) {
      calls += probability[i] >= strict ? 1 : 0;
      right += probability[i] >= strict && stable[i] ? 1 : 0;
    }
    assertThat((double) right / calls * n / truths).isBetween(1.9, 1.95);
  }

  @Test
  void whatCannotBeReachedIsNearlyNeverCalledStable() {
    double[] probability = {0.2, 0.4, 0.9};
    boolean[] stable = {true, false, false};
    assertThat(StableProbability.threshold(probability, stable, 5)).isCloseTo(1, within(0.011));
  }
}
