package dev.athanor.models.privacy.transcription;

import dev.athanor.models.learning.ProgressListener;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.mechanism.NoiseSource;

/** One way of giving away a model without the records that it learned from. */
public interface TranscriptionMethod {
  /** Its name. */
  MethodName name();

  /**
   * What would be released; reads no record.
   *
   * @param domain of the records
   * @param records how many there are, taken as known
   * @param guarantee that must hold (or, {@link Assurance#AS_PUBLISHED}, be claimed)
   */
  ReleasePlan plan(Domain domain, int records, PrivacyGuarantee guarantee, Assurance assurance);

  /**
   * Does what the plan says. The plan must have been entered into the records' ledger before.
   *
   * @param noise of everything that protects records
   * @param seed of everything else, which is postprocessing
   */
  Transcript transcribe(
      PrivateRecords records,
      ReleasePlan plan,
      NoiseSource noise,
      long seed,
      ProgressListener progress);
}
