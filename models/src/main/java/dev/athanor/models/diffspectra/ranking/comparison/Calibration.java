package dev.athanor.models.diffspectra.ranking.comparison;

import dev.athanor.models.diffspectra.ranking.likelihood.Evidence;
import dev.athanor.models.weights.WeightFile;
import java.util.Map;

/**
 * How much likelihoods and priors count, and how often the first candidate is right.
 *
 * <p>Weights of candidates are {@code exp(b l + g p)} with the logarithms l of the likelihood, of f
 * degrees of freedom, and p of the prior. That the first is right has the probability {@code 1 / (1
 * + exp(-(u + v logit(q) + w (m - 1))))} with q its share of all weights and m its mismatch; u, v
 * and w are others where the formula is not known. All numbers are fitted to molecules that neither
 * the forward model nor the prior has seen, for each {@link Evidence} by itself.
 */
public final class Calibration {
  /** Numbers of one evidence: f, b, g, then u, v, w with the formula known, and without. */
  public static final int SIZE = 9;

  private static final int RIGHT = 3;
  private static final int COEFFICIENTS = 3;
  private static final double MOST_CERTAIN = 1e-4;

  private final float[] numbers;

  /** The numbers of all evidence. */
  public Calibration(float[] numbers) {
    if (numbers.length != SIZE * Evidence.all().size()) {
      throw new IllegalArgumentException(numbers.length + " numbers of calibration");
    }
    this.numbers = numbers.clone();
  }

  /** The calibration that a file holds. */
  public static Calibration read(WeightFile file) {
    return new Calibration(file.array("calibration", SIZE * Evidence.all().size()));
  }

  /** Adds the calibration to the arrays of a weight file. */
  public void store(Map<String, float[]> arrays) {
    arrays.put("calibration", numbers.clone());
  }

  /** The same with candidates in the order of their likelihoods. */
  public Calibration ofLikelihood() {
    return withWeights(1, 0);
  }

  /** The same with candidates in the order of their priors. */
  public Calibration ofPrior() {
    return withWeights(0, 1);
  }

  private Calibration withWeights(float likelihood, float prior) {
    float[] others = numbers.clone();
    for (int at = 0; at < others.length; at += SIZE) {
      others[at + 1] = likelihood;
      others[at + 2] = prior;
    }
    return new Calibration(others);
  }

  /**
   * What the logarithms of likelihood and prior count.
   *
   * @param freedom f, of the likelihood
   * @param likelihood b
   * @param prior g
   */
  public record Weights(double freedom, double likelihood, double prior) {
    /** Logarithm of the weight of a candidate. */
    double score(double logLikelihood, double logPrior) {
      return likelihood * logLikelihood + prior * logPrior;
    }
  }

  /** Those for some spectra. */
  Weights weights(Evidence evidence) {
    int at = SIZE * evidence.index();
    return new Weights(numbers[at], numbers[at + 1], numbers[at + 2]);
  }

  /**
   * Probability that the first candidate is right.
   *
   * @param formulaKnown whether the formula was given
   */
  public double topIsRight(Evidence evidence, boolean formulaKnown, double share, double mismatch) {
    int at = SIZE * evidence.index() + RIGHT + (formulaKnown ? 0 : COEFFICIENTS);
    double logit = numbers[at] + numbers[at + 1] * logit(share) + numbers[at + 2] * (mismatch - 1);
    return 1 / (1 + Math.exp(-logit));
  }

  /** {@code log(q / (1 - q))}, bounded. */
  static double logit(double share) {
    double bounded = Math.max(MOST_CERTAIN, Math.min(1 - MOST_CERTAIN, share));
    return Math.log(bounded / (1 - bounded));
  }
}
