package dev.athanor.agent.cli;

import java.util.Objects;

/** A command could not do what was asked, for a reason that the person at the keyboard can mend. */
public final class CliException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final CliErrors code;
  private final String whatToDo;

  /**
   * A failure of a known kind.
   *
   * @param code the kind
   * @param message what is wrong
   * @param whatToDo what to type or mend instead
   */
  public CliException(CliErrors code, String message, String whatToDo) {
    super(message);
    this.code = Objects.requireNonNull(code);
    this.whatToDo = Objects.requireNonNull(whatToDo);
  }

  /** The kind of failure. */
  public CliErrors code() {
    return code;
  }

  /** What to type or mend instead. */
  public String whatToDo() {
    return whatToDo;
  }
}
