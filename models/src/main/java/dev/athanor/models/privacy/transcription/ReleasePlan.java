package dev.athanor.models.privacy.transcription;

import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.accounting.PrivateMechanism;
import java.util.List;
import java.util.Optional;

/**
 * What a transcription will release, decided before any record is read.
 *
 * @param method whose plan it is
 * @param assurance what it promises
 * @param asked epsilon and delta that were asked for
 * @param mechanisms everything that touches records, to be entered into the ledger beforehand;
 *     empty under {@link Assurance#AS_PUBLISHED}
 * @param published the method's own mechanism with the price that its paper puts on it
 */
public record ReleasePlan(
    MethodName method,
    Assurance assurance,
    PrivacyGuarantee asked,
    List<PrivateMechanism> mechanisms,
    PublishedClaim published) {
  public ReleasePlan {
    mechanisms = List.copyOf(mechanisms);
  }

  /**
   * The guarantee that holds for records, by the sound accountant at the delta asked for; empty
   * where there is none.
   */
  public Optional<PrivacyGuarantee> sound() {
    return mechanisms.stream()
        .map(PrivateMechanism::cost)
        .reduce((one, other) -> one.plus(other))
        .map(cost -> cost.guarantee(asked.delta()));
  }
}
