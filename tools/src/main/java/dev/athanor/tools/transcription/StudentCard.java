package dev.athanor.tools.transcription;

import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import java.util.Objects;
import java.util.Optional;

/**
 * What stands in a model's file beside its weights: how it must be asked, and what it promises.
 *
 * @param kind always {@value #KIND}
 * @param dataset name of the data set, as the ledger counts it
 * @param records how many there were
 * @param declaration how inputs and labels read
 * @param method by the word of commands
 * @param promise what holds
 * @param release name of the release in the ledger; empty where the records were public
 * @param releasedAt when, ISO 8601
 */
public record StudentCard(
    String kind,
    String dataset,
    int records,
    DataDeclaration declaration,
    String method,
    Promise promise,
    Optional<String> release,
    String releasedAt) {
  /** What {@link #kind} says. */
  public static final String KIND = "athanor_student";

  public StudentCard {
    Objects.requireNonNull(dataset);
    Objects.requireNonNull(declaration);
    Objects.requireNonNull(method);
    Objects.requireNonNull(promise);
    Objects.requireNonNull(releasedAt);
    if (!KIND.equals(kind)) {
      throw new ToolException(
          ToolErrors.BAD_INPUT,
          "this is no model that was transcribed",
          "give a file that 'athanor transcribe' wrote");
    }
  }
}
