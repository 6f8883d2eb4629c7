package dev.athanor.models.diffspectra.ranking;

import dev.athanor.models.diffspectra.forward.Prediction;

/** Distances between spectra in the forward model's own deviations, for some of the blocks. */
public final class SpectralMetric {
  private final SpectralErrors errors;
  private final int[] places;
  private final double[] whitening;

  SpectralMetric(SpectralErrors errors, int[] places, double[] whitening) {
    this.errors = errors;
    this.places = places;
    this.whitening = whitening;
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
   * Logarithm of the likelihood of whitened spectra under a prediction, less a constant: {@code
   * -d^2 / (2 s^2) - D log s}.
   */
  public double logLikelihood(float[] given, float[] expected, double novelty) {
    double variance = errors.variance(novelty);
    return -square(given, expected) / (2 * variance) - size() * Math.log(variance) / 2;
  }

  /** Root of the mean squared difference, in deviations; about 1 for a true prediction. */
  public double mismatch(float[] given, float[] expected, double novelty) {
    return Math.sqrt(square(given, expected) / (size() * errors.variance(novelty)));
  }

  /** The same for components that are not whitened yet. */
  public double mismatch(float[] given, Prediction expected) {
    return mismatch(whiten(given), whiten(expected.latents()), expected.novelty());
  }
}
