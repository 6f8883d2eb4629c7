package dev.athanor.matter.matching.internal;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;

/** Counts elementary steps, so that a comparison ends whatever it was given. */
public final class WorkBudget {
  private final long most;
  private long spent;

  /** A budget of so many steps, each a few nanoseconds. */
  public WorkBudget(long most) {
    this.most = most;
  }

  /**
   * Takes steps from the budget.
   *
   * @throws MatterException {@code TOO_LARGE} where none are left
   */
  public void spend(long steps) {
    spent += steps;
    if (spent > most) {
      throw new MatterException(
          MatterErrors.TOO_LARGE,
          "comparing these structures takes more than " + most + " steps; no answer");
    }
  }
}
