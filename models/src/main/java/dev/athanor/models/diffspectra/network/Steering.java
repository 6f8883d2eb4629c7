package dev.athanor.models.diffspectra.network;

/**
 * How drawing is steered towards molecules whose fragments the spectra speak for: the best of what
 * was drawn is blurred and drawn anew, some times over.
 *
 * @param turns how often
 * @param kept constitutions that are gone on from, the best of all so far
 * @param time how far they are blurred
 * @param steps calls of the network in a turn
 */
public record Steering(int turns, int kept, double time, int steps) {
  /** What was found to do on a few molecules. */
  public static final Steering USUAL = new Steering(8, 8, 0.5, 8);

  private static final int MOST_TURNS = 100;

  public Steering {
    if (turns < 0 || turns > MOST_TURNS || kept < 1 || steps < 2 || !(time > 0.05 && time < 0.95)) {
      throw new IllegalArgumentException("turns, molecules, a time and steps to steer with");
    }
  }
}
