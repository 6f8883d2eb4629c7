package dev.athanor.models.diffspectra.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A calibration finds what likelihoods count, and its probabilities come true. */
final class CalibrationFitTest {
  private static final double TRUE_WEIGHT = 0.25;

  @Test
  void findsTheWeightsAndStatesTrueProbabilities() {
    List<CalibrationFit.Case> cases = cases(3000, 1);
    float[] numbers = CalibrationFit.fit(cases);
    assertThat((double) numbers[0]).isCloseTo(TRUE_WEIGHT, within(0.05));
    assertThat((double) numbers[1]).isCloseTo(1, within(0.3));

    Evidence evidence = Evidence.all().get(2);
    Calibration calibration = calibration(numbers);
    double stated = 0;
    int right = 0;
    List<CalibrationFit.Case> others = cases(3000, 2);
    for (CalibrationFit.Case one : others) {
      double[] scores = new double[one.logPriors().length];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = calibration.score(evidence, one.logLikelihoods()[i], one.logPriors()[i]);
      }
      int top = 0;
      for (int i = 1; i < scores.length; i++) {
        top = scores[i] > scores[top] ? i : top;
      }
      double best = scores[top];
      double sum = Arrays.stream(scores).map(s -> Math.exp(s - best)).sum();
      stated += calibration.topIsRight(evidence, 1 / sum, 1);
      right += top == one.right() ? 1 : 0;
    }
    assertThat(stated / others.size()).isCloseTo((double) right / others.size(), within(0.03));
  }

  /** The true candidate is drawn from the weights that the fit should find. */
  private static List<CalibrationFit.Case> cases(int count, long seed) {
    Random random = new Random(seed);
    List<CalibrationFit.Case> cases = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      double[] likelihoods = random.doubles(12, -20, 0).toArray();
      double[] priors = random.doubles(12, -3, 0).toArray();
      double[] mismatches = new double[12];
      Arrays.fill(mismatches, 1);
      double sum = 0;
      for (int i = 0; i < 12; i++) {
        sum += Math.exp(TRUE_WEIGHT * likelihoods[i] + priors[i]);
      }
      double left = random.nextDouble() * sum;
      int right = 0;
      while (right < 11 && left > Math.exp(TRUE_WEIGHT * likelihoods[right] + priors[right])) {
        left -= Math.exp(TRUE_WEIGHT * likelihoods[right] + priors[right]);
        right++;
      }
      cases.add(new CalibrationFit.Case(likelihoods, priors, mismatches, right));
    }
    return cases;
  }

  private static Calibration calibration(float[] numbers) {
    float[] all = new float[Calibration.SIZE * Evidence.all().size()];
    for (int e = 0; e < Evidence.all().size(); e++) {
      System.arraycopy(numbers, 0, all, Calibration.SIZE * e, Calibration.SIZE);
    }
    return new Calibration(all);
  }
}
