package dev.athanor.agent.investigation;

/**
 * How much computing an approval of a plan allows.
 *
 * @param calls calls of effect COMPUTE
 * @param seconds their running time in all
 */
public record Budget(int calls, long seconds) {
  public Budget {
    if (calls < 0 || seconds < 0) {
      throw new IllegalArgumentException("a budget cannot be negative");
    }
  }

  /** In words. */
  public String inWords() {
    return calls + " computing calls and " + seconds / 60 + " min " + seconds % 60 + " s";
  }
}
