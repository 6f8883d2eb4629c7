package dev.athanor.agent.export;

import java.util.Objects;

/** A synthesis list cannot be exported as asked; trying again helps once a list was drafted. */
public final class ExportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExportErrors code;
  private final String whatToDo;

  /**
   * A failure of a known kind.
   *
   * @param code the kind
   * @param message what is wrong
   * @param whatToDo what to do about it
   */
  public ExportException(ExportErrors code, String message, String whatToDo) {
    super(message);
    this.code = Objects.requireNonNull(code);
    this.whatToDo = Objects.requireNonNull(whatToDo);
  }

  /** The kind of failure. */
  public ExportErrors code() {
    return code;
  }

  /** What to do about it. */
  public String whatToDo() {
    return whatToDo;
  }
}
