package dev.athanor.agent.investigation;

/** Where a call stands. */
public enum CallStatus {
  /** Started; no result in the journal yet. */
  RUNNING,
  /** Gave a result. */
  SUCCEEDED,
  /** Gave an error. */
  FAILED
}
