package dev.athanor.models.privacy.trees;

import dev.athanor.models.privacy.mechanism.NoiseSource;

/**
 * Sums of what records say, leaf by leaf, under Gaussian noise. A record is in one leaf of a tree
 * and adds one vector no longer than a bound: with it or without it, all sums of a tree together
 * move by no more than the bound. Priced by {@link
 * dev.athanor.models.privacy.accounting.GaussianMechanism}.
 */
final class LeafSums {
  /** Rounding must not carry what a record adds past its bound. */
  private static final double BELOW = 1 - 1e-9;

  private final double[] sums;
  private final int width;
  private final double bound;

  /**
   * Sums of nothing yet.
   *
   * @param leaves of the tree
   * @param width numbers of what a record says
   * @param bound Euclidean length to which that is shortened
   */
  LeafSums(int leaves, int width, double bound) {
    this.sums = new double[leaves * width];
    this.width = width;
    this.bound = bound;
  }

  /** Adds what one record says; something that is not finite counts as nothing. */
  void add(int leaf, double[] said) {
    double squares = 0;
    for (double value : said) {
      squares += value * value;
    }
    if (!Double.isFinite(squares)) {
      return;
    }
    double factor = Math.min(1, BELOW * bound / Math.max(1e-300, Math.sqrt(squares)));
    for (int i = 0; i < width; i++) {
      sums[leaf * width + i] += factor * said[i];
    }
  }

  /**
   * The sums under noise, leaf by leaf.
   *
   * @param deviation of the noise on each number
   */
  double[] release(double deviation, NoiseSource noise) {
    double[] released = new double[sums.length];
    for (int i = 0; i < released.length; i++) {
      released[i] = sums[i] + (deviation > 0 ? deviation * noise.gaussian() : 0);
    }
    return released;
  }
}
