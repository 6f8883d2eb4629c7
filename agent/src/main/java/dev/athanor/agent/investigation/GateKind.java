package dev.athanor.agent.investigation;

/** What a gate asks about. */
public enum GateKind {
  /** A whole plan. */
  PLAN,
  /** One call. */
  CALL
}
