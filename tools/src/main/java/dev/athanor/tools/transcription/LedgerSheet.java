package dev.athanor.tools.transcription;

import dev.athanor.models.privacy.ledger.LedgerEvent;
import dev.athanor.models.privacy.ledger.PrivacyBudget;
import dev.athanor.models.privacy.ledger.PrivacyLedger;
import java.util.List;
import java.util.Locale;

/**
 * What was said of a data set so far.
 *
 * @param dataset its name
 * @param budgetEpsilon that all releases together keep
 * @param budgetDelta of the budget
 * @param protects {@code record} or {@code label}
 * @param spent epsilon of all releases together, at the budget's delta
 * @param remaining of the budget; what a further release may cost is a little more, since costs of
 *     several add up to less than their epsilons
 * @param releases entered so far, oldest first
 */
public record LedgerSheet(
    String dataset,
    double budgetEpsilon,
    double budgetDelta,
    String protects,
    double spent,
    double remaining,
    List<Line> releases) {
  public LedgerSheet {
    releases = List.copyOf(releases);
  }

  /**
   * A release.
   *
   * @param release its name
   * @param at when it was entered, ISO 8601
   * @param purpose in words
   * @param epsilon of it alone, at the budget's delta
   * @param mechanisms in words
   */
  public record Line(
      String release, String at, String purpose, double epsilon, List<MechanismLine> mechanisms) {
    public Line {
      mechanisms = List.copyOf(mechanisms);
    }
  }

  /** The sheet of an account. */
  static LedgerSheet of(String dataset, PrivacyLedger.Account account) {
    PrivacyBudget budget = account.budget();
    double delta = budget.limit().delta();
    return new LedgerSheet(
        dataset,
        budget.limit().epsilon(),
        delta,
        budget.unit().name().toLowerCase(Locale.ROOT),
        account.epsilon(),
        Math.max(0, budget.limit().epsilon() - account.epsilon()),
        account.releases().stream().map(release -> line(release, delta)).toList());
  }

  private static Line line(LedgerEvent.ReleaseEntered release, double delta) {
    return new Line(
        release.release(),
        release.at().toString(),
        release.purpose(),
        Costs.of(release.mechanisms()).guarantee(delta).epsilon(),
        release.mechanisms().stream()
            .map(mechanism -> MechanismLine.of(mechanism, delta))
            .toList());
  }
}
