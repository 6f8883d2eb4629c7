package dev.athanor.models.diffspectra.ranking.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.models.diffspectra.ranking.likelihood.Evidence;
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
    Calibration.Weights weights = CalibrationFit.weights(cases(3000, 1));
    assertThat(weights.likelihood()).isCloseTo(TRUE_WEIGHT, within(0.05));
    assertThat(weights.prior()).isCloseTo(1, within(0.3));

    Calibration calibration =
        calibration(weights, CalibrationFit.right(answers(cases(3000, 1), weights)));
    Evidence evidence = Evidence.all().get(2);
    List<CalibrationFit.First> others = answers(cases(3000, 2), weights);
    double stated =
        others.stream()
            .mapToDouble(a -> calibration.topIsRight(evidence, true, a.share(), a.mismatch()))
            .average()
            .orElseThrow();
    double right = others.stream().mapToDouble(a -> a.right() ? 1 : 0).average().orElseThrow();
    assertThat(stated).isCloseTo(right, within(0.03));
  }

  @Test
  void aLargeMismatchThatNeverIsRightIsNotBelieved() {
    List<CalibrationFit.First> answers = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      answers.add(new CalibrationFit.First(0.95, 1, i % 20 != 0, 1));
      answers.add(new CalibrationFit.First(0.95, 2.5, false, 1));
    }
    Calibration calibration =
        calibration(new Calibration.Weights(4, 1, 1), CalibrationFit.right(answers));
    Evidence evidence = Evidence.all().get(0);

    assertThat(calibration.topIsRight(evidence, true, 0.95, 1)).isCloseTo(0.95, within(0.03));
    assertThat(calibration.topIsRight(evidence, true, 0.95, 2.5)).isLessThan(0.1);
  }

  private static List<CalibrationFit.First> answers(
      List<CalibrationFit.Case> cases, Calibration.Weights weights) {
    List<CalibrationFit.First> answers = new ArrayList<>();
    for (CalibrationFit.Case one : cases) {
      double[] scores = new double[one.logPriors().length];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = weights.score(one.logLikelihoods().get(0)[i], one.logPriors()[i]);
      }
      int top = 0;
      for (int i = 1; i < scores.length; i++) {
        top = scores[i] > scores[top] ? i : top;
      }
      double best = scores[top];
      double sum = Arrays.stream(scores).map(s -> Math.exp(s - best)).sum();
      answers.add(new CalibrationFit.First(1 / sum, 1, top == one.right(), 1));
    }
    return answers;
  }

  /** The true candidate is drawn from the weights that the fit should find. */
  private static List<CalibrationFit.Case> cases(int count, long seed) {
    Random random = new Random(seed);
    List<CalibrationFit.Case> cases = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      double[] likelihoods = random.doubles(12, -20, 0).toArray();
      double[] priors = random.doubles(12, -3, 0).toArray();
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
      cases.add(
          new CalibrationFit.Case(List.of(likelihoods, likelihoods, likelihoods), priors, right));
    }
    return cases;
  }

  private static Calibration calibration(Calibration.Weights weights, double[] right) {
    float[] all = new float[Calibration.SIZE * Evidence.all().size()];
    for (int e = 0; e < Evidence.all().size(); e++) {
      all[Calibration.SIZE * e] = (float) weights.freedom();
      all[Calibration.SIZE * e + 1] = (float) weights.likelihood();
      all[Calibration.SIZE * e + 2] = (float) weights.prior();
      for (int i = 0; i < 3; i++) {
        all[Calibration.SIZE * e + 3 + i] = (float) right[i];
        all[Calibration.SIZE * e + 6 + i] = (float) right[i];
      }
    }
    return new Calibration(all);
  }
}
