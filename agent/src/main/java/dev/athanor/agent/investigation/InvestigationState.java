package dev.athanor.agent.investigation;

/** Where an investigation stands. */
public enum InvestigationState {
  /** The planner is to be asked. */
  PLANNING(false),
  /** A person is to be asked. */
  AWAITING_APPROVAL(false),
  /** Tools run. */
  RUNNING(false),
  /** Answered. */
  CONCLUDED(true),
  /** A bound of the loop was reached. */
  STOPPED(true),
  /** A person cancelled it. */
  CANCELLED(true),
  /** The planner failed for good. */
  FAILED(true);

  private final boolean terminal;

  InvestigationState(boolean terminal) {
    this.terminal = terminal;
  }

  /** Whether nothing happens any more unless a person says something. */
  public boolean terminal() {
    return terminal;
  }
}
