package dev.athanor.tools;

/**
 * The kinds of failure that a tool reports; each name is shown to users and planners as it stands.
 */
public enum ToolErrors {
  /** The arguments are not what the schema asks for. */
  INVALID_ARGUMENTS(false),
  /** No tool of that name. */
  UNKNOWN_TOOL(false),
  /** A structure, set or list that the arguments name is not there. */
  NOT_FOUND(false),
  /** The input is understood but outside what the tool can do. */
  UNSUPPORTED(false),
  /** The input holds a structure or formula that is defective. */
  BAD_INPUT(false),
  /** Nothing satisfies the constraints. */
  NO_CANDIDATES(false),
  /** The privacy budget of a data set does not cover what was asked. */
  OVER_BUDGET(false),
  /** The call was cancelled, or its time is up. */
  CANCELLED(true),
  /** A model or index that the tool needs is not installed. */
  UNAVAILABLE(true),
  /** A defect of the tool itself. */
  INTERNAL(false);

  private final boolean retryHelps;

  ToolErrors(boolean retryHelps) {
    this.retryHelps = retryHelps;
  }

  /** Whether the same call may succeed later. */
  public boolean retryHelps() {
    return retryHelps;
  }
}
