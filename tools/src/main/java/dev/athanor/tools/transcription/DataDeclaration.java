package dev.athanor.tools.transcription;

import dev.athanor.models.privacy.transcription.Domain;
import java.util.Objects;

/**
 * What is said of a data set before anyone looks at it; part of the model that is given away, which
 * must be asked with the same columns.
 *
 * @param inputs what a model is shown
 * @param target what it is to tell
 */
public record DataDeclaration(InputRule inputs, TargetRule target) {
  public DataDeclaration {
    Objects.requireNonNull(inputs);
    Objects.requireNonNull(target);
  }

  /** What is known of records without looking at any. */
  public Domain domain() {
    return inputs.domain(target.labels().size());
  }
}
