package dev.athanor.models.privacy.mechanism;

/**
 * Where the randomness of a mechanism comes from. In production that is {@link SecureNoise} and
 * nothing else: who can foresee the noise can take it away again. Implementations with a seed
 * belong into tests.
 */
public interface NoiseSource {
  /** Normally distributed, mean 0, deviation 1. */
  double gaussian();

  /** Uniform in 0, inclusive, to 1, exclusive. */
  double uniform();

  /** Double exponential, mean 0, scale 1. */
  default double laplace() {
    double half = uniform() - 0.5;
    // 1 - 2|u| lies in (0, 1], so that the logarithm is finite unless u is -1/2: that is drawn anew
    return half == -0.5 ? laplace() : -Math.signum(half) * Math.log1p(-2 * Math.abs(half));
  }

  /** One of the numbers from 0, inclusive, to {@code bound}, exclusive; each as likely. */
  default int below(int bound) {
    return (int) (uniform() * bound);
  }
}
