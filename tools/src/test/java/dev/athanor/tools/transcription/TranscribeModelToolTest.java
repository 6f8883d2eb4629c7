package dev.athanor.tools.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.models.privacy.accounting.GaussianMechanism;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.accounting.PrivateMechanism;
import dev.athanor.models.privacy.ledger.PrivacyBudget;
import dev.athanor.models.privacy.ledger.PrivacyLedger;
import dev.athanor.tools.Tool;
import dev.athanor.tools.ToolContract;
import dev.athanor.tools.ToolErrors;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscribeModelToolTest extends ToolContract {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Override
  protected Tool<?, ?> tool() {
    return new TranscribeModelTool(TestingDesk.in(folder));
  }

  @Override
  protected JsonNode sample() {
    return json("{'dataset':'toy','method':'SELECTIVE_RESPONSE','epsilon':1}");
  }

  @Override
  protected boolean releases() {
    return true;
  }

  @Test
  void theModelIsKeptWithAReportAndTheLedgerKnows() {
    JsonNode result = run(sample());
    byte[] file = artifacts.get(result.path("model").asText()).orElseThrow();
    TranscribedModel model =
        TranscribedModel.read(
            new ByteArrayInputStream(file), NoisyMeans.models(TestingDesk.DECLARATION).reader());
    assertThat(model.card().dataset()).isEqualTo("toy");
    PrivacyReport report =
        PrivacyReport.of(artifacts.get(result.path("report").asText()).orElseThrow());
    assertThat(report.model()).isEqualTo(result.path("model").asText());
    assertThat(report.utility()).isEmpty();
    assertThat(result.path("spent").asDouble()).isBetween(0.99, 1.0);
  }

  @Test
  void theSameCallReleasesOnce() {
    run(sample());
    run(sample());
    assertThat(TestingDesk.in(folder).transcriptions().get().sheet("toy").orElseThrow().releases())
        .hasSize(1);
  }

  @Test
  void aCallThatWasInterruptedIsNotReleasedAgain() throws IOException {
    Files.createDirectories(folder.resolve("ledger"));
    PrivacyLedger ledger =
        new PrivacyLedger(folder.resolve("ledger/ledger.jsonl"), InstantSource.system());
    ledger.setBudget(
        "toy", new PrivacyBudget(new PrivacyGuarantee(9, 1e-5), PrivateMechanism.Protected.RECORD));
    ledger.enter(
        "toy",
        "transcribe_model, selective-response, test-call",
        List.of(new GaussianMechanism(1, 5, 1)));
    assertThat(failure(sample()).getMessage()).contains("counts as spent");
    assertThat(failure(sample()).code()).isEqualTo(ToolErrors.UNSUPPORTED);
  }

  @Test
  void overBudgetIsRefused() throws IOException {
    Files.createDirectories(folder.resolve("ledger"));
    new PrivacyLedger(folder.resolve("ledger/ledger.jsonl"), InstantSource.system())
        .setBudget(
            "toy",
            new PrivacyBudget(new PrivacyGuarantee(0.5, 1e-5), PrivateMechanism.Protected.RECORD));
    assertThat(failure(sample()).code()).isEqualTo(ToolErrors.OVER_BUDGET);
    assertThat(artifacts.size()).isZero();
  }

  @Test
  void nothingOfARecordIsInWhatComesOut() throws IOException {
    JsonNode result = run(sample());
    String all =
        result
            + new String(
                artifacts.get(result.path("report").asText()).orElseThrow(), StandardCharsets.UTF_8)
            + new String(
                artifacts.get(result.path("model").asText()).orElseThrow(),
                StandardCharsets.ISO_8859_1);
    try (Stream<Path> files = Files.walk(folder.resolve("ledger"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all += Files.readString(file, StandardCharsets.ISO_8859_1);
      }
    }
    assertThat(all).doesNotContain(TestingDesk.MARKER).contains("toy");
  }
}
