package dev.athanor.models.diffspectra.diffusion;

/**
 * How molecules are drawn.
 *
 * @param method the rule of a step
 * @param steps calls of the predictor, at most {@value #MOST_STEPS}
 * @param seed of the noise
 */
public record SamplerSettings(Method method, int steps, long seed) {
  /** Most steps that are of use. */
  public static final int MOST_STEPS = 1000;

  /** Rules of a step. */
  public enum Method {
    /** Random at every step, as the noise process is; wants hundreds of steps. */
    ANCESTRAL,
    /** Without randomness after the start, first order. */
    DDIM,
    /** Without randomness after the start, second order in log(a / sigma), two steps remembered. */
    DPM_SOLVER
  }

  public SamplerSettings {
    if (steps < 2 || steps > MOST_STEPS) {
      throw new IllegalArgumentException("sampling takes 2 to " + MOST_STEPS + " steps");
    }
  }
}
