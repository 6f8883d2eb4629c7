package dev.athanor.tools.transcription;

import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.transcription.Assurance;
import dev.athanor.models.privacy.transcription.MethodName;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;

/**
 * What is to be transcribed, how, and at which price.
 *
 * @param dataset name under which the ledger counts
 * @param method one of the five
 * @param asked guarantee that must hold
 * @param assurance what it is to hold for
 */
public record TranscriptionOrder(
    String dataset, MethodName method, PrivacyGuarantee asked, Assurance assurance) {
  /** Largest epsilon; above it a factor of e^20 hides nothing. */
  public static final double MOST_EPSILON = 20;

  /** Smallest epsilon. */
  public static final double LEAST_EPSILON = 0.01;

  /** Largest delta. */
  public static final double MOST_DELTA = 1e-3;

  /** Smallest delta. */
  public static final double LEAST_DELTA = 1e-12;

  public TranscriptionOrder {
    Declared.dataset(dataset);
    if (!(asked.epsilon() >= LEAST_EPSILON && asked.epsilon() <= MOST_EPSILON)
        || !(asked.delta() >= LEAST_DELTA && asked.delta() <= MOST_DELTA)) {
      throw new ToolException(
          ToolErrors.INVALID_ARGUMENTS,
          "epsilon is 0.01 to 20 and delta 1e-12 to 1e-3",
          "epsilon 1 is a strong promise, 10 a weak one; delta is less than 1 over the records");
    }
  }
}
