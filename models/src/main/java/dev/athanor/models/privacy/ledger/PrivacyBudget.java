package dev.athanor.models.privacy.ledger;

import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.accounting.PrivateMechanism;

/**
 * How much may ever be said of a data set.
 *
 * @param limit that all releases together keep
 * @param unit what the limit protects; a limit for records admits no release that protects labels
 *     only, one for labels admits both
 */
public record PrivacyBudget(PrivacyGuarantee limit, PrivateMechanism.Protected unit) {
  public PrivacyBudget {
    if (Double.isInfinite(limit.epsilon())) {
      throw new IllegalArgumentException("a budget has an end");
    }
  }

  /** Whether releases of this mechanism can be counted against it. */
  public boolean admits(PrivateMechanism mechanism) {
    return unit == PrivateMechanism.Protected.LABEL || mechanism.unit() == unit;
  }
}
