package dev.athanor.agent;

import java.util.Objects;

/** The agent could not do what was asked; message and advice are written for a person. */
public final class AgentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final AgentErrors code;
  private final String whatToDo;

  /** A failure with what to do about it. */
  public AgentException(AgentErrors code, String message, String whatToDo) {
    super(message);
    this.code = Objects.requireNonNull(code);
    this.whatToDo = Objects.requireNonNull(whatToDo);
  }

  /** A failure with its cause. */
  public AgentException(AgentErrors code, String message, String whatToDo, Throwable cause) {
    super(message, cause);
    this.code = Objects.requireNonNull(code);
    this.whatToDo = Objects.requireNonNull(whatToDo);
  }

  /** The kind of failure. */
  public AgentErrors code() {
    return code;
  }

  /** What the caller can do about it. */
  public String whatToDo() {
    return whatToDo;
  }

  /** The message, never null. */
  public String explanation() {
    return String.valueOf(getMessage());
  }
}
