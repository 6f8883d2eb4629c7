package dev.athanor.knowledge;

import java.util.Objects;

/** Knowledge could not be read, merged or built; carries one of {@link KnowledgeErrors}. */
public final class KnowledgeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final KnowledgeErrors code;

  /** A failure of a known kind; the message names files by their name, never by a full path. */
  public KnowledgeException(KnowledgeErrors code, String message) {
    super(message);
    this.code = Objects.requireNonNull(code);
  }

  /** A failure that another one caused. */
  public KnowledgeException(KnowledgeErrors code, String message, Throwable cause) {
    super(message, cause);
    this.code = Objects.requireNonNull(code);
  }

  /** What kind of failure it is. */
  public KnowledgeErrors code() {
    return code;
  }

  /** Whether the same call may succeed later. */
  public boolean retryHelps() {
    return code.retryHelps();
  }

  /** What a person can do about it. */
  public String whatToDo() {
    return code.whatToDo();
  }
}
