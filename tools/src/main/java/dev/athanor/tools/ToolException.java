package dev.athanor.tools;

import java.util.Objects;

/**
 * A tool could not do what was asked; the message is written for the planner and never holds paths
 * or secrets.
 */
public final class ToolException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ToolErrors code;
  private final String whatToDo;

  /**
   * A failure of a known kind.
   *
   * @param code the kind
   * @param message what is wrong
   * @param whatToDo what the caller can do about it
   */
  public ToolException(ToolErrors code, String message, String whatToDo) {
    super(message);
    this.code = Objects.requireNonNull(code);
    this.whatToDo = whatToDo;
  }

  /** The kind of failure. */
  public ToolErrors code() {
    return code;
  }

  /** What the caller can do about it. */
  public String whatToDo() {
    return whatToDo;
  }
}
