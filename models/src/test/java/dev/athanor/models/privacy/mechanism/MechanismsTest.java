package dev.athanor.models.privacy.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.models.privacy.SeededNoise;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MechanismsTest {
  private static final int DRAWS = 200_000;
  private static final double[] PRIOR = {0.5, 0.3, 0.1, 0.05, 0.05};

  private final NoiseSource seeded = new SeededNoise(7);

  private static double deviation(double[] numbers) {
    double mean = Arrays.stream(numbers).average().orElseThrow();
    return Math.sqrt(
        Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).average().orElseThrow());
  }

  @Test
  void secureNoiseIsNormal() {
    SecureNoise noise = new SecureNoise();
    double[] drawn = DoubleStream.generate(noise::gaussian).limit(DRAWS).toArray();
    // six deviations of what is estimated: wrong once in half a billion runs
    assertThat(Arrays.stream(drawn).average().orElseThrow()).isCloseTo(0, within(0.0135));
    assertThat(deviation(drawn)).isCloseTo(1, within(0.01));
    Arrays.sort(drawn);
    double[] quantiles = {0.0013499, 0.0227501, 0.158655, 0.5, 0.841345, 0.97725, 0.99865};
    for (int i = 0; i < quantiles.length; i++) {
      double share = Math.abs(Arrays.binarySearch(drawn, i - 3.0)) / (double) DRAWS;
      double spread = Math.sqrt(quantiles[i] * (1 - quantiles[i]) / DRAWS);
      assertThat(share).isCloseTo(quantiles[i], within(6 * spread));
    }
  }

  @Test
  void secureNoiseIsUniformAndNeverTheSame() {
    SecureNoise noise = new SecureNoise();
    double[] drawn = DoubleStream.generate(noise::uniform).limit(DRAWS).toArray();
    assertThat(Arrays.stream(drawn)).allMatch(x -> x >= 0 && x < 1);
    assertThat(Arrays.stream(drawn).average().orElseThrow()).isCloseTo(0.5, within(0.004));
    assertThat(new SecureNoise().uniform()).isNotEqualTo(new SecureNoise().uniform());
  }

  @Test
  void laplaceNoiseHasItsScale() {
    double[] drawn = DoubleStream.generate(seeded::laplace).limit(DRAWS).toArray();
    assertThat(Arrays.stream(drawn).map(Math::abs).average().orElseThrow())
        .isCloseTo(1, within(0.02));
    assertThat(deviation(drawn)).isCloseTo(Math.sqrt(2), within(0.03));
  }

  @Test
  void votesAreAnsweredByTheMostLikelyUnlessNoiseSpeaksLouder() {
    TeacherVotes votes = new TeacherVotes(seeded);
    int[] counts = {10, 200, 40};
    for (int i = 0; i < 100; i++) {
      assertThat(votes.mostVoted(counts, 10)).isEqualTo(1);
      assertThat(votes.mostVotedLaplace(counts, 0.2)).isEqualTo(1);
    }
    long loud = IntStream.range(0, 1000).filter(i -> votes.mostVoted(counts, 1e6) == 1).count();
    assertThat(loud).isBetween(250L, 420L);
  }

  @Test
  void unsureVotesAreNotAnswered() {
    TeacherVotes votes = new TeacherVotes(seeded);
    assertThat(votes.mostVotedIfSure(new int[] {80, 90, 80}, 200, 10, 5))
        .isEqualTo(OptionalInt.empty());
    assertThat(votes.mostVotedIfSure(new int[] {0, 250, 0}, 200, 10, 5)).hasValue(1);
  }

  @Test
  void answersAreToldAsOftenAsTheTransitionsSay() {
    RandomizedAnswers answers = new RandomizedAnswers(2, seeded);
    double[][] expected = answers.transitions(PRIOR);
    for (int label = 0; label < PRIOR.length; label++) {
      double[] told = new double[PRIOR.length];
      for (int i = 0; i < DRAWS; i++) {
        told[answers.tell(label, PRIOR)] += 1.0 / DRAWS;
      }
      assertThat(told).containsExactly(expected[label], within(0.007));
    }
    assertThat(expected[0][0]).isCloseTo(Math.exp(2) / (Math.exp(2) + 2), within(1e-12));
    assertThat(expected[4])
        .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0, 0, 0}, within(1e-12));
  }

  @Test
  void noAnswerTellsMoreThanItsEpsilon() {
    for (double epsilon : new double[] {0.1, 0.5, 1, 2, 5}) {
      double[][] told = new RandomizedAnswers(epsilon, seeded).transitions(PRIOR);
      for (int answer = 0; answer < PRIOR.length; answer++) {
        for (double[] one : told) {
          for (double[] other : told) {
            assertThat(one[answer])
                .isLessThanOrEqualTo(Math.exp(epsilon) * other[answer] * (1 + 1e-12));
          }
        }
      }
    }
  }

  @Test
  void withoutAPriorEveryLabelMayBeTold() {
    RandomizedAnswers answers = new RandomizedAnswers(1, seeded);
    int[] told = new int[10];
    for (int i = 0; i < DRAWS; i++) {
      told[answers.tell(3, 10)]++;
    }
    assertThat(told[3] / (double) DRAWS).isCloseTo(0.2320, within(0.005));
    assertThat(told[9] / (double) DRAWS).isCloseTo(0.768 / 9, within(0.004));
  }

  @Test
  void aRecordMovesASumByItsBoundAtMost() {
    ClippedSum sum = new ClippedSum(3, 2, 0, seeded);
    sum.add(new float[] {300, 0, 400});
    sum.add(new float[] {0, 0.5f, 0});
    sum.add(new float[] {Float.NaN, 1, 1});
    sum.add(new float[] {0, 0, Float.POSITIVE_INFINITY});
    sum.add(new float[] {0, 0, 0});
    assertThat(sum.release()).containsExactly(new float[] {1.2f, 0.5f, 1.6f}, within(1e-6f));
    assertThat(sum.release()).containsOnly(0);
    assertThatThrownBy(() -> sum.add(new float[2])).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theNoiseOfASumIsThatOfItsMultiplier() {
    ClippedSum sum = new ClippedSum(DRAWS, 2, 1.5, seeded);
    float[] released = sum.release();
    double[] drawn = new double[DRAWS];
    Arrays.setAll(drawn, i -> released[i]);
    assertThat(deviation(drawn)).isCloseTo(3, within(0.03));
  }
}
