package dev.athanor.models.privacy.methods;

import dev.athanor.models.privacy.score.AnnealedHamiltonian;

/**
 * Sizes of the estimation of gradients.
 *
 * @param hidden width of the networks' layers
 * @param each points of every label in a step
 * @param steps of learning
 * @param rate of learning
 * @param candidates k, directions that an answer is chosen from
 * @param drawing of samples
 * @param samples that the classifier is trained on
 */
public record GradientEstimationSettings(
    int hidden,
    int each,
    int steps,
    double rate,
    int candidates,
    AnnealedHamiltonian drawing,
    int samples) {
  /** Sizes for two cores and a minute. */
  public static GradientEstimationSettings usual() {
    return new GradientEstimationSettings(
        256, 26, 3000, 2e-3, 16, new AnnealedHamiltonian(5, 0.15, 14, 2, 4), 20_000);
  }
}
