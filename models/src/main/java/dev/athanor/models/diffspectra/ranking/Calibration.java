package dev.athanor.models.diffspectra.ranking;

import dev.athanor.models.weights.WeightFile;
import java.util.Map;

/**
 * How much likelihoods and priors count, and how often the first candidate is right.
 *
 * <p>Weights of candidates are {@code exp(b l + g p)} with the logarithms l of the likelihood and p
 * of the prior. That the first is right has the probability {@code 1 / (1 + exp(-(u + v logit(q) +
 * w (m - 1))))} with q its share of all weights and m its mismatch. All numbers are fitted to
 * molecules that neither the forward model nor the prior has seen, for each {@link Evidence} by
 * itself.
 */
public final class Calibration {
  /** Numbers of one evidence. */
  static final int SIZE = 5;

  private static final int RIGHT = 2;
  private static final double MOST_CERTAIN = 1e-4;

  private final float[] numbers;

  /** The numbers: for each evidence b, g, u, v, w. */
  Calibration(float[] numbers) {
    if (numbers.length != SIZE * Evidence.all().size()) {
      throw new IllegalArgumentException(numbers.length + " numbers of calibration");
    }
    this.numbers = numbers.clone();
  }

  static Calibration read(WeightFile file) {
    return new Calibration(file.array("calibration", SIZE * Evidence.all().size()));
  }

  void store(Map<String, float[]> arrays) {
    arrays.put("calibration", numbers.clone());
  }

  /** Logarithm of the weight of a candidate. */
  double score(Evidence evidence, double logLikelihood, double logPrior) {
    int at = SIZE * evidence.index();
    return numbers[at] * logLikelihood + numbers[at + 1] * logPrior;
  }

  /** Probability that the first candidate is right. */
  double topIsRight(Evidence evidence, double share, double mismatch) {
    int at = SIZE * evidence.index() + RIGHT;
    double logit = numbers[at] + numbers[at + 1] * logit(share) + numbers[at + 2] * (mismatch - 1);
    return 1 / (1 + Math.exp(-logit));
  }

  /** {@code log(q / (1 - q))}, bounded. */
  static double logit(double share) {
    double bounded = Math.max(MOST_CERTAIN, Math.min(1 - MOST_CERTAIN, share));
    return Math.log(bounded / (1 - bounded));
  }
}
