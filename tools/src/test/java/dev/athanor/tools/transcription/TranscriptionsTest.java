package dev.athanor.tools.transcription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.learning.ProgressListener;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.accounting.PrivateMechanism;
import dev.athanor.models.privacy.ledger.PrivacyBudget;
import dev.athanor.models.privacy.transcription.Assurance;
import dev.athanor.models.privacy.transcription.MethodName;
import dev.athanor.models.privacy.transcription.PrivateRecords;
import dev.athanor.tools.ToolException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TranscriptionsTest {
  private static final DataDeclaration DECLARATION =
      new DataDeclaration(
          new InputRule.Columns(List.of(new ColumnRange("x", -1, 1), new ColumnRange("y", -1, 1))),
          new TargetRule.Words("class", List.of("left", "right")));
  private static final InstantSource CLOCK =
      InstantSource.fixed(java.time.Instant.parse("2026-11-23T21:00:00Z"));

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private Transcriptions transcriptions() {
    return new Transcriptions(folder.resolve("privacy"), NoisyMeans.models(DECLARATION), CLOCK);
  }

  private static TranscriptionOrder order(double epsilon, Assurance assurance) {
    return new TranscriptionOrder(
        "toy", MethodName.SELECTIVE_RESPONSE, new PrivacyGuarantee(epsilon, 1e-5), assurance);
  }

  private static PrivateRecords records() {
    Random random = new Random(4);
    float[] inputs = new float[4000];
    int[] labels = new int[2000];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % 2;
      inputs[2 * i] = (float) (2 * labels[i] - 1 + 0.3 * random.nextGaussian()) / 2;
      inputs[2 * i + 1] = (float) (2 * random.nextDouble() - 1);
    }
    return new PrivateRecords(DECLARATION.domain(), inputs, labels);
  }

  private static TranscriptionProposal propose(Transcriptions all, double epsilon) {
    return all.propose(
        order(epsilon, Assurance.RECORD), DECLARATION.domain(), 2000, Optional.empty());
  }

  private static Released release(Transcriptions all, TranscriptionProposal proposal) {
    return all.release(
        proposal,
        "test",
        records(),
        DECLARATION,
        1,
        10,
        Optional.of(new TestRecords("public.csv", records())),
        ProgressListener.SILENT);
  }

  @Test
  void aProposalSpendsNothing() {
    TranscriptionProposal proposal = propose(transcriptions(), 1);
    assertThat(proposal.budgetIsNew()).isTrue();
    assertThat(proposal.spent()).isZero();
    assertThat(proposal.spentAfter()).isBetween(0.99, 1.0);
    assertThat(proposal.covered()).isTrue();
    assertThat(folder.resolve("privacy")).doesNotExist();
  }

  @Test
  void aReleaseIsEnteredMeasuredAndReported() {
    Released released = release(transcriptions(), propose(transcriptions(), 1));
    PrivacyReport report = released.report();
    assertThat(report.utility().orElseThrow().accuracy()).isGreaterThan(0.9);
    assertThat(report.utility().orElseThrow().majority()).isEqualTo(0.5);
    assertThat(report.utility().orElseThrow().area()).isGreaterThan(0.95);
    assertThat(report.samples()).isEqualTo(10);
    assertThat(released.samples().labels()).hasSize(10).contains(0, 1);
    assertThat(report.audits()).hasSize(1).noneMatch(AuditLine::refuted);
    assertThat(report.card().promise().epsilon().orElseThrow()).isLessThanOrEqualTo(1);
    assertThat(report.card().promise().paperEpsilon()).isEqualTo(0.5);
    assertThat(report.card().promise().sentence()).contains("2,000 records").contains("2.72");
    LedgerSheet sheet = transcriptions().sheet("toy").orElseThrow();
    assertThat(sheet.releases()).hasSize(1);
    assertThat(sheet.remaining()).isLessThan(0.01);
    assertThat(PrivacyReport.of(report.bytes())).isEqualTo(report);

    TranscribedModel read =
        TranscribedModel.read(
            new ByteArrayInputStream(released.model()), transcriptions().models().reader());
    assertThat(read.card()).isEqualTo(report.card());
    assertThat(read.student().probabilities(new float[] {0.8f, 0})[0][1]).isGreaterThan(0.5);
  }

  @Test
  void whatTheBudgetDoesNotCoverIsRefusedAndSpendsNothing() {
    release(transcriptions(), propose(transcriptions(), 1));
    TranscriptionProposal second = propose(transcriptions(), 0.5);
    assertThat(second.covered()).isFalse();
    ModelException refused =
        catchThrowableOfType(ModelException.class, () -> release(transcriptions(), second));
    assertThat(refused.code()).isEqualTo(ModelErrors.OVER_BUDGET);
    assertThat(transcriptions().sheet("toy").orElseThrow().releases()).hasSize(1);
  }

  @Test
  void aBudgetIsSetOnce() {
    PrivacyBudget four =
        new PrivacyBudget(new PrivacyGuarantee(4, 1e-5), PrivateMechanism.Protected.RECORD);
    Transcriptions all = transcriptions();
    TranscriptionProposal first =
        all.propose(order(1, Assurance.RECORD), DECLARATION.domain(), 2000, Optional.of(four));
    release(all, first);
    TranscriptionProposal second = propose(all, 1);
    assertThat(second.budget()).isEqualTo(four);
    assertThat(second.covered()).isTrue();
    // two releases of epsilon 1 cost less than 2 together
    assertThat(second.spentAfter()).isBetween(1.2, 1.8);
    PrivacyBudget other =
        new PrivacyBudget(new PrivacyGuarantee(5, 1e-5), PrivateMechanism.Protected.RECORD);
    assertThatThrownBy(
            () ->
                all.propose(
                    order(1, Assurance.RECORD), DECLARATION.domain(), 2000, Optional.of(other)))
        .isInstanceOf(ToolException.class)
        .hasMessageContaining("set once");
  }

  @Test
  void whatBreaksOffCountsAsSpentAndTellsNothingOfRecords() {
    Transcriptions all =
        new Transcriptions(folder.resolve("privacy"), NoisyMeans.breaking(DECLARATION), CLOCK);
    ToolException broken =
        catchThrowableOfType(ToolException.class, () -> release(all, propose(all, 1)));
    assertThat(broken.getMessage())
        .contains("counts as spent")
        .contains("IllegalStateException")
        .doesNotContain("record [");
    assertThat(broken).hasNoCause();
    assertThat(all.sheet("toy").orElseThrow().spent()).isGreaterThan(0.99);
    assertThat(all.earlier("toy", "test").orElseThrow().report()).isEmpty();
  }

  @Test
  void withoutARecordGuaranteeNothingIsEnteredAndNothingPromised() {
    Transcriptions all = transcriptions();
    TranscriptionProposal proposal =
        all.propose(order(1, Assurance.AS_PUBLISHED), DECLARATION.domain(), 2000, Optional.empty());
    assertThat(proposal.counts()).isFalse();
    PrivacyReport report = release(all, proposal).report();
    assertThat(report.card().promise().epsilon()).isEmpty();
    assertThat(report.card().promise().sentence()).startsWith("Nothing is promised");
    assertThat(report.ledger()).isEmpty();
    assertThat(all.sheet("toy")).isEmpty();
  }

  @Test
  void filesThatAreNoModelAreRefused() throws IOException {
    PrivateModels models = NoisyMeans.models(DECLARATION);
    byte[] model = release(transcriptions(), propose(transcriptions(), 1)).model();
    byte[] cut = java.util.Arrays.copyOf(model, model.length / 2);
    for (byte[] bytes : List.of(new byte[0], "PK".getBytes(StandardCharsets.UTF_8), cut)) {
      assertThatThrownBy(
              () -> TranscribedModel.read(new ByteArrayInputStream(bytes), models.reader()))
          .isInstanceOf(ToolException.class);
    }
  }

  @Test
  void registeredDataSetsAreFoundByName() throws IOException {
    RegisteredDatasets none = new RegisteredDatasets(folder.resolve("none"));
    assertThat(none.names()).isEmpty();
    assertThatThrownBy(() -> none.find("a")).hasMessageContaining("no data set");
    Files.writeString(
        folder.resolve("lab tc.json"),
        """
        {"file": "private/tc.csv", "about": "Our own measurements.",
         "declaration": {"inputs": {"kind": "formulas"},
                         "target": {"kind": "thresholds", "column": "tc_K", "thresholds": [0]}}}
        """);
    Files.writeString(folder.resolve("broken.json"), "{\"file\": 3}");
    RegisteredDatasets all = new RegisteredDatasets(folder);
    assertThat(all.names()).containsExactly("broken", "lab tc");
    RegisteredDatasets.Dataset found = all.find("lab tc");
    assertThat(found.source()).isEqualTo(folder.resolve("private/tc.csv"));
    assertThat(found.declaration().target().labels()).containsExactly("at most 0", "above 0");
    assertThatThrownBy(() -> all.find("broken")).isInstanceOf(ToolException.class);
    assertThatThrownBy(() -> all.find("../secret")).isInstanceOf(ToolException.class);
  }
}
