package dev.athanor.tools.transcription;

import dev.athanor.models.privacy.ledger.PrivacyBudget;
import dev.athanor.models.privacy.transcription.ReleasePlan;

/**
 * What a transcription would release and spend; nothing is spent by it.
 *
 * @param order what was asked
 * @param records of the data set
 * @param plan what the method would release
 * @param budget of the data set, or the one that it would get
 * @param budgetIsNew whether it would get it with this release
 * @param spent epsilon of all releases so far, at the budget's delta
 * @param spentAfter the same with this one
 */
public record TranscriptionProposal(
    TranscriptionOrder order,
    int records,
    ReleasePlan plan,
    PrivacyBudget budget,
    boolean budgetIsNew,
    double spent,
    double spentAfter) {
  /** Whether the budget covers it. */
  public boolean covered() {
    return spentAfter <= budget.limit().epsilon()
        && plan.mechanisms().stream().allMatch(budget::admits);
  }

  /** Whether the ledger is to know of it: releases without a price are of public records. */
  public boolean counts() {
    return !plan.mechanisms().isEmpty();
  }
}
