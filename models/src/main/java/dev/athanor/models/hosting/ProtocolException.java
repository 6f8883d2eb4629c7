package dev.athanor.models.hosting;

import dev.athanor.models.ModelErrors;
import java.util.Optional;

/** A request or an answer that does not follow the protocol, with the status that tells so. */
final class ProtocolException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final Optional<ModelErrors> code;

  ProtocolException(int status, String message) {
    this(status, message, Optional.empty());
  }

  ProtocolException(int status, String message, Optional<ModelErrors> code) {
    super(message);
    this.status = status;
    this.code = code;
  }

  int status() {
    return status;
  }

  /** The model's own error, where that is the cause. */
  Optional<ModelErrors> code() {
    return code;
  }
}
