package dev.athanor.models.privacy.ledger;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.accounting.PrivateMechanism;
import dev.athanor.models.privacy.accounting.RenyiCost;
import dev.athanor.models.privacy.ledger.LedgerEvent.BudgetSet;
import dev.athanor.models.privacy.ledger.LedgerEvent.ReleaseCompleted;
import dev.athanor.models.privacy.ledger.LedgerEvent.ReleaseEntered;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Remembers what was spent of each data set's privacy, and refuses what its budget does not cover.
 *
 * <p>The order is: {@link #enter} writes the release to the disk with all that it may cost, then it
 * happens, then {@link #complete} notes what came of it. A release that was entered and not
 * completed counts as spent, since nobody knows how far it came. A budget is set once: to spend
 * more of the same records is a decision that no program offers.
 *
 * <p>Every operation reads the file anew under a lock, so that several programs may share a ledger.
 */
public final class PrivacyLedger {
  private static final int LONGEST_NAME = 200;

  private final LedgerFile file;
  private final InstantSource clock;

  /**
   * A ledger in a file, which is made when something is written first.
   *
   * @param file in a folder that exists
   */
  public PrivacyLedger(Path file, InstantSource clock) {
    this.file = new LedgerFile(file);
    this.clock = clock;
  }

  /**
   * What was said of a data set.
   *
   * @param budget that it has
   * @param epsilon that the releases so far have spent at the budget's delta, by the tight
   *     conversion
   * @param releases entered so far, oldest first
   */
  public record Account(PrivacyBudget budget, double epsilon, List<ReleaseEntered> releases) {
    public Account {
      releases = List.copyOf(releases);
    }
  }

  /**
   * Gives a data set its budget.
   *
   * @throws ModelException {@code BAD_LEDGER} where it has another one
   */
  public void setBudget(String dataset, PrivacyBudget budget) {
    String name = named(dataset);
    Optional<PrivacyBudget> before = budget(file.read(), name);
    if (before.isPresent() && before.orElseThrow().equals(budget)) {
      return;
    }
    file.append(
        events -> {
          if (budget(events, name).isPresent()) {
            throw new ModelException(
                ModelErrors.BAD_LEDGER,
                "the budget of '" + name + "' is set, and a budget is set once");
          }
          return new BudgetSet(name, clock.instant(), budget);
        });
  }

  /**
   * Enters a release before it happens.
   *
   * @param purpose in words
   * @param mechanisms that it uses at most
   * @return name of the release, for {@link #complete}
   * @throws ModelException {@code BAD_LEDGER} where the data set has no budget; {@code OVER_BUDGET}
   *     where the budget does not cover it, and then nothing is written
   */
  public String enter(String dataset, String purpose, List<PrivateMechanism> mechanisms) {
    String name = named(dataset);
    String release = UUID.randomUUID().toString();
    file.append(
        events -> {
          ReleaseEntered entered =
              new ReleaseEntered(name, clock.instant(), release, purpose, mechanisms);
          PrivacyBudget budget =
              budget(events, name)
                  .orElseThrow(
                      () ->
                          new ModelException(
                              ModelErrors.BAD_LEDGER, "'" + name + "' has no privacy budget"));
          check(budget, spent(events, name), entered);
          return entered;
        });
    return release;
  }

  private static void check(PrivacyBudget budget, RenyiCost spent, ReleaseEntered entered) {
    entered.mechanisms().stream()
        .filter(mechanism -> !budget.admits(mechanism))
        .findFirst()
        .ifPresent(
            mechanism -> {
              throw new ModelException(
                  ModelErrors.OVER_BUDGET,
                  "the budget of '"
                      + entered.dataset()
                      + "' protects records, and this release would protect labels only");
            });
    PrivacyGuarantee limit = budget.limit();
    double before = spent.guarantee(limit.delta()).epsilon();
    double after = spent.plus(entered.cost()).guarantee(limit.delta()).epsilon();
    if (!(after <= limit.epsilon())) {
      throw new ModelException(
          ModelErrors.OVER_BUDGET,
          String.format(
              Locale.ROOT,
              "the budget of '%s' is epsilon %.4g at delta %.3g; %.4g is spent, and with this"
                  + " release it would be %.4g",
              entered.dataset(),
              limit.epsilon(),
              limit.delta(),
              before,
              after));
    }
  }

  /**
   * Notes that a release has happened.
   *
   * @param release that was entered
   * @param result SHA-256 of what was released
   * @throws ModelException {@code BAD_LEDGER} where no such release was entered, or it is complete
   */
  public void complete(String release, String result) {
    file.append(
        events -> {
          ReleaseEntered entered =
              releases(events)
                  .filter(event -> event.release().equals(release))
                  .findFirst()
                  .orElseThrow(
                      () ->
                          new ModelException(
                              ModelErrors.BAD_LEDGER, "no release '" + release + "' was entered"));
          if (events.stream()
              .anyMatch(
                  event ->
                      event instanceof ReleaseCompleted done && done.release().equals(release))) {
            throw new ModelException(
                ModelErrors.BAD_LEDGER, "release '" + release + "' is complete already");
          }
          return new ReleaseCompleted(entered.dataset(), clock.instant(), release, result);
        });
  }

  /** What was said of a data set; empty where it has no budget. */
  public Optional<Account> account(String dataset) {
    List<LedgerEvent> events = file.read();
    return budget(events, dataset)
        .map(
            budget ->
                new Account(
                    budget,
                    spent(events, dataset).guarantee(budget.limit().delta()).epsilon(),
                    releases(events).filter(event -> event.dataset().equals(dataset)).toList()));
  }

  private static Optional<PrivacyBudget> budget(List<LedgerEvent> events, String dataset) {
    return events.stream()
        .filter(BudgetSet.class::isInstance)
        .map(BudgetSet.class::cast)
        .filter(event -> event.dataset().equals(dataset))
        .map(BudgetSet::budget)
        .findFirst();
  }

  private static RenyiCost spent(List<LedgerEvent> events, String dataset) {
    return releases(events)
        .filter(event -> event.dataset().equals(dataset))
        .map(ReleaseEntered::cost)
        .reduce(RenyiCost.NONE, RenyiCost::plus);
  }

  private static Stream<ReleaseEntered> releases(List<LedgerEvent> events) {
    return events.stream().filter(ReleaseEntered.class::isInstance).map(ReleaseEntered.class::cast);
  }

  private static String named(String dataset) {
    if (dataset.isBlank() || dataset.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("a data set's name has 1 to 200 characters");
    }
    return dataset;
  }
}
