package dev.athanor.models.diffspectra.diffusion;

/**
 * How much of a molecule is left at a time of the noise process: {@code z = a x + sigma eps}.
 *
 * <p>{@code a(t) = cos((t+s)/(1+s) pi/2) / cos(s/(1+s) pi/2)} with {@code s = 0.008}, {@code sigma
 * = sqrt(1 - a^2)}; the variance of what is noised is kept. Times go from 0 (clean) to {@value
 * #LARGEST_TIME}.
 *
 * @see <a href="https://arxiv.org/abs/2102.09672">Nichol and Dhariwal, the cosine schedule</a>
 */
public final class NoiseSchedule {
  /** The noisiest time in use; beyond it the signal is too weak for stable weights. */
  public static final double LARGEST_TIME = 0.9946;

  /** The cleanest time in use. */
  public static final double SMALLEST_TIME = 0.001;

  private static final double OFFSET = 0.008;

  private NoiseSchedule() {}

  /** The share of the signal, 1 at time 0. */
  public static double signal(double time) {
    return cosine(time) / cosine(0);
  }

  /** The standard deviation of the noise. */
  public static double noise(double time) {
    double signal = signal(time);
    return Math.sqrt(Math.max(0, 1 - signal * signal));
  }

  /** {@code log(a^2 / sigma^2)}, what a network is told instead of the time. */
  public static double logSignalToNoise(double time) {
    return 2 * halfLogSignalToNoise(time);
  }

  /** {@code log(a / sigma)}, the time of the fast samplers. */
  static double halfLogSignalToNoise(double time) {
    return Math.log(signal(time)) - Math.log(noise(time));
  }

  /** The weight of a time in the objective, {@code sqrt(a / sigma)}. */
  public static double lossWeight(double time) {
    return Math.sqrt(signal(time) / noise(time));
  }

  private static double cosine(double time) {
    return Math.cos((time + OFFSET) / (1 + OFFSET) * Math.PI / 2);
  }
}
