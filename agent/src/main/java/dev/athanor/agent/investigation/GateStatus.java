package dev.athanor.agent.investigation;

/** Where a gate stands. */
public enum GateStatus {
  /** Waits for a person. */
  OPEN,
  /** A person agreed; not used yet. */
  APPROVED,
  /** A person refused, or two answers are at odds. */
  DENIED,
  /** Nobody answered in time, or the approval was not used in time. */
  EXPIRED,
  /** The approval let something run, and lets nothing else run. */
  USED
}
