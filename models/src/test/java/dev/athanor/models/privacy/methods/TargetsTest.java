package dev.athanor.models.privacy.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.models.privacy.SeededNoise;
import dev.athanor.models.privacy.mechanism.RandomizedAnswers;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TargetsTest {
  private static final double[] PRIOR = {0.4, 0.35, 0.2, 0.05};

  /** Labels come as the prior says: what lies have added, the correction takes away again. */
  @Test
  void liesAreCorrected() {
    RandomizedAnswers answers = new RandomizedAnswers(0.8, new SeededNoise(4));
    double[][] transitions = answers.transitions(PRIOR);
    Random random = new Random(5);
    double[] told = new double[PRIOR.length];
    double[] corrected = new double[PRIOR.length];
    int asked = 40_000;
    for (int i = 0; i < asked; i++) {
      int label = drawn(random.nextDouble());
      int answer = answers.tell(label, PRIOR);
      told[answer] += 1.0 / asked;
      double[] posterior = Targets.posterior(PRIOR, transitions, answer);
      for (int y = 0; y < PRIOR.length; y++) {
        corrected[y] += posterior[y] / asked;
      }
    }
    assertThat(corrected).containsExactly(PRIOR, within(0.01));
    assertThat(told[3]).isZero();
  }

  private static int drawn(double at) {
    double sum = 0;
    for (int label = 0; label < PRIOR.length; label++) {
      sum += PRIOR[label];
      if (at < sum) {
        return label;
      }
    }
    return PRIOR.length - 1;
  }

  @Test
  void anAnswerThatThePriorThoughtImpossibleCountsAsTold() {
    double[] posterior = Targets.posterior(new double[] {1, 0}, new double[][] {{1, 0}, {0, 1}}, 1);
    assertThat(posterior).containsExactly(0, 1);
  }
}
