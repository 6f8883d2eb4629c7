package dev.athanor.models.privacy.ledger;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.athanor.models.privacy.accounting.PrivateMechanism;
import dev.athanor.models.privacy.accounting.RenyiCost;
import java.time.Instant;
import java.util.List;

/** A line of the ledger. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LedgerEvent.BudgetSet.class, name = "budget-set"),
  @JsonSubTypes.Type(value = LedgerEvent.ReleaseEntered.class, name = "release-entered"),
  @JsonSubTypes.Type(value = LedgerEvent.ReleaseCompleted.class, name = "release-completed")
})
public sealed interface LedgerEvent {
  /** The data set that it is about: a name or digest, never data. */
  String dataset();

  /** When it was written. */
  Instant at();

  /** A data set got its budget. */
  record BudgetSet(String dataset, Instant at, PrivacyBudget budget) implements LedgerEvent {}

  /**
   * A release may happen from now on, and counts as having happened.
   *
   * @param release name of the release
   * @param purpose in words
   * @param mechanisms that it uses at most
   */
  record ReleaseEntered(
      String dataset, Instant at, String release, String purpose, List<PrivateMechanism> mechanisms)
      implements LedgerEvent {
    public ReleaseEntered {
      mechanisms = List.copyOf(mechanisms);
    }

    /** What the release costs at most. */
    RenyiCost cost() {
      return mechanisms.stream()
          .map(PrivateMechanism::cost)
          .reduce(RenyiCost.NONE, RenyiCost::plus);
    }
  }

  /**
   * A release has happened. For people who read the ledger: the cost does not depend on it.
   *
   * @param release name of the release
   * @param result SHA-256 of what was released
   */
  record ReleaseCompleted(String dataset, Instant at, String release, String result)
      implements LedgerEvent {}
}
