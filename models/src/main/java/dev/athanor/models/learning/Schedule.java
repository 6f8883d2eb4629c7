package dev.athanor.models.learning;

/**
 * The learning rate by steps: rises over the first ones, then falls as a cosine to nothing at the
 * last. Counted in steps and not in time, so that the same data and seed give the same weights on a
 * busy machine, on an idle one, and after an interruption.
 *
 * @param peak highest rate
 * @param warmupSteps steps until it is reached
 * @param steps steps until it is back at zero
 */
public record Schedule(double peak, int warmupSteps, long steps) {
  public Schedule {
    if (!(peak > 0) || warmupSteps < 1 || steps < 1) {
      throw new IllegalArgumentException("a schedule needs a rate and steps above zero");
    }
  }

  /** The rate at a step, counted from 0. */
  public double rate(long step) {
    double warm = Math.min(1, (step + 1.0) / warmupSteps);
    return peak * warm * 0.5 * (1 + Math.cos(Math.PI * share(step)));
  }

  /** How much of the training is done after this many steps, 0 to 1. */
  public double share(long step) {
    return Math.min(1, (double) step / steps);
  }

  /** Whether this many steps are all. */
  public boolean over(long step) {
    return step >= steps;
  }
}
