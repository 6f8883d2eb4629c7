package dev.athanor.models.privacy.diffusion;

/**
 * How much of a point is left at each step of a diffusion, {@code x_t = a_t x_0 + s_t e} with
 * {@code a_t^2 + s_t^2 = 1} and {@code e} normal: {@code a_t^2 = prod (1 - b_i)} with {@code b}
 * rising evenly, by as much in all as the published thousand steps from 0.0001 to 0.02.
 *
 * @param steps T, above 1
 * @see <a href="https://arxiv.org/abs/2006.11239">Ho, Jain and Abbeel, Denoising diffusion
 *     probabilistic models (2020), section 4</a>
 */
public record NoiseLevels(int steps) {
  private static final double PUBLISHED_STEPS = 1000;
  private static final double FIRST = 1e-4;
  private static final double LAST = 0.02;

  public NoiseLevels {
    if (steps < 2) {
      throw new IllegalArgumentException("a diffusion takes steps: " + steps);
    }
  }

  /** {@code a_t} for t from 1 to T at place t; 1 at place 0. */
  public double[] signals() {
    double[] signals = new double[steps + 1];
    double left = 1;
    signals[0] = 1;
    for (int t = 1; t <= steps; t++) {
      double published = FIRST + (LAST - FIRST) * (t - 1) / (steps - 1);
      left *= 1 - Math.min(0.999, published * PUBLISHED_STEPS / steps);
      signals[t] = Math.sqrt(left);
    }
    return signals;
  }
}
