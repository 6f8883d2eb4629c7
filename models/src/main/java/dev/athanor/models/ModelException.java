package dev.athanor.models;

import java.util.Objects;

/**
 * A model cannot do what was asked: no weights, wrong weights, no engine, unusable data. Carries
 * one of {@link ModelErrors}; only {@code ENGINE_UNAVAILABLE} and {@code HOST_UNREACHABLE} may go
 * away by themselves.
 */
public final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ModelErrors code;

  /** An error with a message that says what to do. */
  public ModelException(ModelErrors code, String message) {
    super(message);
    this.code = Objects.requireNonNull(code);
  }

  /** An error that another one caused. */
  public ModelException(ModelErrors code, String message, Throwable cause) {
    super(message, cause);
    this.code = Objects.requireNonNull(code);
  }

  /** What kind of failure it is. */
  public ModelErrors code() {
    return code;
  }

  /** Whether trying again can help. */
  public boolean retriable() {
    return code == ModelErrors.ENGINE_UNAVAILABLE || code == ModelErrors.HOST_UNREACHABLE;
  }
}
