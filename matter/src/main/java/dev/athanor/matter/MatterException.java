package dev.athanor.matter;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * Something about the matter at hand is wrong: a file that is not what it claims, a formula that is
 * none, an entry without a reference.
 *
 * <p>Carries one of {@link MatterErrors}, a message for a person, and the line of the input where
 * that is known. Trying the same input again never helps.
 */
public final class MatterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final MatterErrors code;
  private final int line;

  /** An error that belongs to no line of a file. */
  public MatterException(MatterErrors code, String message) {
    this(code, message, 0);
  }

  /** An error at a line (1-based) of the input. */
  public MatterException(MatterErrors code, String message, int line) {
    super(message);
    this.code = Objects.requireNonNull(code);
    this.line = line;
  }

  /** What kind of defect it is. */
  public MatterErrors code() {
    return code;
  }

  /** The line of the input, 1-based, where one is known. */
  public OptionalInt line() {
    return line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
  }

  /** The same error, placed at a line where it had none. */
  public MatterException atLine(int lineNumber) {
    if (line > 0) {
      return this;
    }
    MatterException placed = new MatterException(code, String.valueOf(getMessage()), lineNumber);
    placed.initCause(this);
    return placed;
  }
}
