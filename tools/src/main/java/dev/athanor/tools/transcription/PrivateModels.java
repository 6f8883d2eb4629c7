package dev.athanor.tools.transcription;

import dev.athanor.models.privacy.transcription.MethodName;
import dev.athanor.models.privacy.transcription.Student;
import dev.athanor.models.privacy.transcription.TranscriptionMethod;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import java.io.InputStream;
import java.util.List;

/**
 * The methods at hand, and how what they give is read again.
 *
 * @param methods each name once
 * @param reader reads their students
 */
public record PrivateModels(List<TranscriptionMethod> methods, StudentReader reader) {
  public PrivateModels {
    methods = List.copyOf(methods);
  }

  /** Reads a student from the weights that it gave. */
  @FunctionalInterface
  public interface StudentReader {
    /**
     * Reads one.
     *
     * @throws dev.athanor.models.ModelException {@code WEIGHTS_CORRUPTED} or {@code
     *     WEIGHTS_MISMATCH}
     */
    Student read(InputStream in);
  }

  /**
   * The method of a name.
   *
   * @throws ToolException {@code UNSUPPORTED} where it is not at hand
   */
  TranscriptionMethod method(MethodName name) {
    return methods.stream()
        .filter(method -> method.name() == name)
        .findFirst()
        .orElseThrow(
            () ->
                new ToolException(
                    ToolErrors.UNSUPPORTED,
                    "there is no method '" + name.word() + "' here",
                    "choose one of "
                        + String.join(
                            ", ", methods.stream().map(found -> found.name().word()).toList())));
  }
}
