package dev.athanor.screening;

/** A campaign could not be run as asked. */
public final class ScreeningException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ScreeningErrors code;

  /** A failure of a known kind. */
  public ScreeningException(ScreeningErrors code, String message) {
    super(message);
    this.code = code;
  }

  /** A failure of a known kind with what led to it. */
  public ScreeningException(ScreeningErrors code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** The kind of failure. */
  public ScreeningErrors code() {
    return code;
  }
}
