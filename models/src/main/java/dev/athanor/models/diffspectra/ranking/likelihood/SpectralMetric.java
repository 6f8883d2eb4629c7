package dev.athanor.models.diffspectra.ranking.likelihood;

import dev.athanor.models.diffspectra.forward.Prediction;
import dev.athanor.models.diffspectra.forward.SpectralBlock;
import java.util.Set;

/** Distances between spectra in the forward model's own deviations, for some of the blocks. */
public final class SpectralMetric {
  private final SpectralErrors errors;
  private final Set<SpectralBlock> blocks;
  private final int[] places;
  private final double[] whitening;

  SpectralMetric(
      SpectralErrors errors, Set<SpectralBlock> blocks, int[] places, double[] whitening) {
    this.errors = errors;
    this.blocks = blocks;
    this.places = places;
    this.whitening = whitening;
  }

  /** Of which blocks. */
  public Set<SpectralBlock> blocks() {
    return blocks;
  }

  /** How many numbers a distance is made of. */
  public int size() {
    return places.length;
  }

  /** Components in which the errors are independent and of variance 1. */
  public float[] whiten(float[] latents) {
    float[] white = new float[places.length];
    for (int i = 0; i < white.length; i++) {
      double sum = 0;
      for (int j = 0; j <= i; j++) {
        sum += whitening[i * white.length + j] * latents[places[j]];
      }
      white[i] = (float) sum;
    }
    return white;
  }

  /** Sum of the squared differences of whitened components. */
  public double square(float[] first, float[] second) {
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      double difference = first[i] - second[i];
      sum += difference * difference;
    }
    return sum;
  }

  /**
   * Logarithm of the likelihood of spectra at this squared distance from a prediction, less a
   * constant: Student's distribution, {@code -(f + D)/2 log(1 + d^2 / (f s^2)) - D log s}.
   *
   * @param freedom f; the larger, the nearer to a normal distribution
   */
  public double logLikelihood(double square, double novelty, double freedom) {
    double variance = errors.variance(novelty);
    return -(freedom + size()) / 2 * Math.log1p(square / (freedom * variance))
        - size() * Math.log(variance) / 2;
  }

  /** Root of the mean squared difference, in deviations; about 1 for a true prediction. */
  public double mismatch(double square, double novelty) {
    return Math.sqrt(square / (size() * errors.variance(novelty)));
  }

  /** That of components that are not whitened yet. */
  public double mismatch(float[] given, Prediction expected) {
    return mismatch(square(whiten(given), whiten(expected.latents())), expected.novelty());
  }
}
