package dev.athanor.models.elements.training;

/**
 * The learning rate by wall clock: rises over the first steps, then falls as a cosine to nothing
 * when the time is spent. So a run ends when it was told to, whatever else the machine is doing.
 *
 * @param peak highest rate
 * @param warmupSteps steps until it is reached
 * @param budgetSeconds time until it is back at zero
 */
public record Schedule(double peak, int warmupSteps, double budgetSeconds) {
  /** The rate at a step, this many seconds in. */
  public double rate(long step, double seconds) {
    double share = Math.min(1, seconds / budgetSeconds);
    double warm = Math.min(1, (step + 1.0) / warmupSteps);
    return peak * warm * 0.5 * (1 + Math.cos(Math.PI * share));
  }

  /** Whether the time is spent. */
  public boolean over(double seconds) {
    return seconds >= budgetSeconds;
  }
}
