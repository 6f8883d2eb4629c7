package dev.athanor.models.privacy.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.privacy.accounting.ConfidentVotes;
import dev.athanor.models.privacy.accounting.GaussianMechanism;
import dev.athanor.models.privacy.accounting.LaplaceVotes;
import dev.athanor.models.privacy.accounting.NoisyVotes;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.accounting.PrivateMechanism;
import dev.athanor.models.privacy.accounting.PrivateMechanism.Protected;
import dev.athanor.models.privacy.accounting.RandomizedResponse;
import dev.athanor.models.privacy.accounting.SubsampledGaussian;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrivacyLedgerTest {
  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));
  private static final String DATA = "measured-superconductors";
  private static final List<PrivateMechanism> TRAINING =
      List.of(new SubsampledGaussian(0.01, 1.5, 1000));
  private static final double COST = TRAINING.get(0).cost().guarantee(1e-5).epsilon();

  @TempDir private Path folder;

  private PrivacyLedger ledger() {
    return new PrivacyLedger(folder.resolve("ledger.jsonl"), NOON);
  }

  private String text() throws IOException {
    return Files.readString(folder.resolve("ledger.jsonl"));
  }

  private static PrivacyBudget budget(double epsilon, Protected unit) {
    return new PrivacyBudget(new PrivacyGuarantee(epsilon, 1e-5), unit);
  }

  private static void fails(ModelErrors code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ModelException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void aReleaseIsSpentWhenItIsEnteredWhateverHappensThen() {
    ledger().setBudget(DATA, budget(10, Protected.RECORD));
    ledger().enter(DATA, "a student", TRAINING);
    // the program stops here; another one asks
    PrivacyLedger.Account account = ledger().account(DATA).orElseThrow();
    assertThat(account.epsilon()).isEqualTo(COST);
    assertThat(account.releases()).hasSize(1);
    assertThat(account.budget().limit().epsilon()).isEqualTo(10);
  }

  @Test
  void releasesComposeAsOneMechanismOfAllTheirSteps() {
    ledger().setBudget(DATA, budget(10, Protected.RECORD));
    ledger().enter(DATA, "first half", TRAINING);
    ledger().enter(DATA, "second half", TRAINING);
    assertThat(ledger().account(DATA).orElseThrow().epsilon())
        .isCloseTo(
            new SubsampledGaussian(0.01, 1.5, 2000).cost().guarantee(1e-5).epsilon(), within(1e-9))
        .isLessThan(2 * COST);
  }

  @Test
  void whatTheBudgetDoesNotCoverIsRefusedAndLeavesNoTrace() throws IOException {
    ledger().setBudget(DATA, budget(1.5 * COST, Protected.RECORD));
    ledger().enter(DATA, "allowed", TRAINING);
    String before = text();
    List<PrivateMechanism> dear = List.of(new GaussianMechanism(1, 1, 10));
    assertThatThrownBy(() -> ledger().enter(DATA, "too much", dear))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo(ModelErrors.OVER_BUDGET))
        .hasMessageContaining("is spent, and with this release it would be");
    assertThat(text()).isEqualTo(before);
  }

  @Test
  void exactlyTheBudgetIsCovered() {
    ledger().setBudget(DATA, budget(COST, Protected.RECORD));
    ledger().enter(DATA, "all of it", TRAINING);
    fails(
        ModelErrors.OVER_BUDGET,
        () -> ledger().enter(DATA, "a bit", List.of(new NoisyVotes(1e5, 1))));
  }

  @Test
  void aBudgetForRecordsAdmitsNothingThatHidesLabelsOnly() {
    List<PrivateMechanism> labels = List.of(new RandomizedResponse(0.5, 10, 1));
    ledger().setBudget(DATA, budget(10, Protected.RECORD));
    fails(ModelErrors.OVER_BUDGET, () -> ledger().enter(DATA, "labels", labels));
    ledger().setBudget("labels", budget(10, Protected.LABEL));
    ledger().enter("labels", "labels", labels);
    ledger().enter("labels", "a student", TRAINING);
    assertThat(ledger().account("labels").orElseThrow().releases()).hasSize(2);
  }

  @Test
  void withoutABudgetNothingIsReleased() {
    fails(ModelErrors.BAD_LEDGER, () -> ledger().enter(DATA, "a student", TRAINING));
    assertThat(ledger().account(DATA)).isEqualTo(Optional.empty());
  }

  @Test
  void aBudgetIsSetOnce() {
    ledger().setBudget(DATA, budget(1, Protected.RECORD));
    ledger().setBudget(DATA, budget(1, Protected.RECORD));
    fails(ModelErrors.BAD_LEDGER, () -> ledger().setBudget(DATA, budget(2, Protected.RECORD)));
    assertThat(ledger().account(DATA).orElseThrow().budget().limit().epsilon()).isEqualTo(1);
  }

  @Test
  void aReleaseIsCompletedOnce() throws IOException {
    ledger().setBudget(DATA, budget(10, Protected.RECORD));
    String release = ledger().enter(DATA, "a student", TRAINING);
    ledger().complete(release, "ab".repeat(32));
    assertThat(text()).contains("abab").contains("2026-11-23T12:00:00Z");
    fails(ModelErrors.BAD_LEDGER, () -> ledger().complete(release, "cd".repeat(32)));
    fails(ModelErrors.BAD_LEDGER, () -> ledger().complete("another", "cd".repeat(32)));
    assertThat(ledger().account(DATA).orElseThrow().epsilon()).isEqualTo(COST);
  }

  @Test
  void aLineThatWasBeingWrittenIsForgotten() throws IOException {
    ledger().setBudget(DATA, budget(10, Protected.RECORD));
    Files.writeString(
        folder.resolve("ledger.jsonl"),
        "{\"event\":{\"event\":\"release-ent",
        StandardOpenOption.APPEND);
    assertThat(ledger().account(DATA).orElseThrow().epsilon()).isZero();
    ledger().enter(DATA, "a student", TRAINING);
    assertThat(text().lines()).hasSize(2);
    assertThat(ledger().account(DATA).orElseThrow().epsilon()).isEqualTo(COST);
  }

  @Test
  void alteredLinesAreNoticed() throws IOException {
    ledger().setBudget(DATA, budget(10, Protected.RECORD));
    ledger().enter(DATA, "a student", TRAINING);
    ledger().enter(DATA, "another", TRAINING);
    String honest = text();
    Files.writeString(
        folder.resolve("ledger.jsonl"), honest.replaceFirst("\"steps\":1000", "\"steps\":1"));
    fails(ModelErrors.BAD_LEDGER, () -> ledger().account(DATA));
    Files.writeString(
        folder.resolve("ledger.jsonl"),
        honest
            .lines()
            .filter(line -> !line.contains("a student"))
            .reduce("", (a, b) -> a + b + "\n"));
    fails(ModelErrors.BAD_LEDGER, () -> ledger().enter(DATA, "more", TRAINING));
    Files.writeString(folder.resolve("ledger.jsonl"), "no ledger\n");
    fails(ModelErrors.BAD_LEDGER, () -> ledger().account(DATA));
  }

  @Test
  void everyMechanismIsReadAsItWasWritten() {
    List<PrivateMechanism> all =
        List.of(
            new GaussianMechanism(2, 30, 4),
            new SubsampledGaussian(0.01, 1.25, 100),
            new NoisyVotes(100, 20),
            new ConfidentVotes(200, 50, 100, 20),
            new LaplaceVotes(0.01, 5),
            new RandomizedResponse(0.25, 3, 2));
    ledger().setBudget(DATA, budget(20, Protected.LABEL));
    ledger().enter(DATA, "everything", all);
    assertThat(ledger().account(DATA).orElseThrow().releases().get(0).mechanisms()).isEqualTo(all);
  }

  @Test
  void manyAtOnceNeverSpendMoreThanThereIs() {
    ledger().setBudget(DATA, budget(2.5 * COST, Protected.RECORD));
    long entered =
        IntStream.range(0, 24)
            .parallel()
            .filter(
                i -> {
                  try {
                    ledger().enter(DATA, "student " + i, TRAINING);
                    return true;
                  } catch (ModelException e) {
                    assertThat(e.code()).isEqualTo(ModelErrors.OVER_BUDGET);
                    return false;
                  }
                })
            .count();
    PrivacyLedger.Account account = ledger().account(DATA).orElseThrow();
    assertThat(account.releases()).hasSize((int) entered);
    assertThat(entered).isBetween(2L, 23L);
    assertThat(account.epsilon()).isLessThanOrEqualTo(2.5 * COST);
  }
}
