package dev.athanor.models.privacy.mechanism;

/**
 * A sum of vectors, one from each record, each shortened to a length before it is added, with
 * Gaussian noise at the end: the step of training with private gradients. Priced by {@link
 * dev.athanor.models.privacy.accounting.SubsampledGaussian} where records take part by chance, by
 * {@link dev.athanor.models.privacy.accounting.GaussianMechanism} where all do.
 *
 * <p>One sum for one release: after {@link #release} it begins anew.
 *
 * @see <a href="https://arxiv.org/abs/1607.00133">Abadi et al., Deep learning with differential
 *     privacy (2016), algorithm 1</a>
 */
public final class ClippedSum {
  private final double bound;
  private final double multiplier;
  private final NoiseSource noise;
  private double[] sum;

  /**
   * A sum of nothing yet.
   *
   * @param size of the vectors
   * @param bound Euclidean length to which each is shortened, above 0
   * @param multiplier deviation of the noise over {@code bound}, at least 0; 0 only to measure what
   *     clipping alone does
   */
  public ClippedSum(int size, double bound, double multiplier, NoiseSource noise) {
    if (!(bound > 0) || !(multiplier >= 0)) {
      throw new IllegalArgumentException(
          "a bound is above 0 and noise at least 0: " + bound + ", " + multiplier);
    }
    this.bound = bound;
    this.multiplier = multiplier;
    this.noise = noise;
    this.sum = new double[size];
  }

  /**
   * Adds what one record contributes.
   *
   * @param contribution of the vectors' size; one that is not finite counts as nothing, since no
   *     length can be given to it
   */
  public void add(float[] contribution) {
    if (contribution.length != sum.length) {
      throw new IllegalArgumentException(
          "a contribution of " + contribution.length + " numbers to a sum of " + sum.length);
    }
    double squares = 0;
    for (float value : contribution) {
      squares += (double) value * value;
    }
    if (!Double.isFinite(squares)) {
      return;
    }
    double scale = Math.min(1, bound / Math.max(1e-300, Math.sqrt(squares)));
    for (int i = 0; i < sum.length; i++) {
      sum[i] += scale * contribution[i];
    }
  }

  /** The sum under noise; what was added is forgotten. */
  public float[] release() {
    float[] released = new float[sum.length];
    for (int i = 0; i < released.length; i++) {
      released[i] = (float) (sum[i] + multiplier * bound * noise.gaussian());
    }
    sum = new double[sum.length];
    return released;
  }
}
