package dev.athanor.agent;

/** The kinds of failure of the agent itself; each name is shown as it stands. */
public enum AgentErrors {
  /** No investigation, artifact or gate of that name. */
  NOT_FOUND(false),
  /** The request is not understood. */
  BAD_REQUEST(false),
  /** The gate is not waiting for an answer. */
  GATE_NOT_OPEN(false),
  /** The answer names other arguments than the gate's. */
  HASH_MISMATCH(false),
  /** The answer came after the gate had expired. */
  GATE_EXPIRED(false),
  /** What was asked does not fit the state of the investigation. */
  WRONG_STATE(false),
  /** Somebody else wrote to the journal in between. */
  JOURNAL_CONFLICT(true),
  /** The journal does not hold together: the chain of hashes is broken. */
  JOURNAL_CORRUPT(false),
  /** An artifact's content is not what its address says. */
  ARTIFACT_CORRUPT(false),
  /** Input larger than the bounds allow. */
  TOO_LARGE(false),
  /** The database cannot be reached or used. */
  DATABASE_UNAVAILABLE(true),
  /** The language model cannot be reached, or reports a fault of its own. */
  PLANNER_UNAVAILABLE(true),
  /** The language model took longer than allowed. */
  PLANNER_TIMEOUT(true),
  /** The language model sent more than allowed. */
  PLANNER_REPLY_TOO_LARGE(false),
  /** The language model's reply was cut or is no JSON. */
  PLANNER_REPLY_BROKEN(true),
  /** The language model refuses the request: key, name of the model, or form of the request. */
  PLANNER_REFUSED(false),
  /** A setting is missing or wrong. */
  BAD_SETTING(false),
  /** The request does not come from this machine's own pages. */
  FORBIDDEN_ORIGIN(false),
  /** A defect of the agent. */
  INTERNAL(false);

  private final boolean retryHelps;

  AgentErrors(boolean retryHelps) {
    this.retryHelps = retryHelps;
  }

  /** Whether the same request may succeed later. */
  public boolean retryHelps() {
    return retryHelps;
  }
}
