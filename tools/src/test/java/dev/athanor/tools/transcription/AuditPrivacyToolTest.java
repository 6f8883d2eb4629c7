package dev.athanor.tools.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.tools.TestingToolContext;
import dev.athanor.tools.Tool;
import dev.athanor.tools.ToolContract;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditPrivacyToolTest extends ToolContract {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private final Map<Path, AuditPrivacyTool> tools = new HashMap<>();

  @Override
  protected Tool<?, ?> tool() {
    return tools.computeIfAbsent(folder, at -> new AuditPrivacyTool(TestingDesk.in(at)));
  }

  @Override
  protected JsonNode sample() {
    return json("{'dataset':'toy','epsilon':2}");
  }

  @Test
  void honestMechanismsAreNotRefuted() {
    JsonNode result = run(sample());
    assertThat(result.path("refuted").asBoolean()).isFalse();
    assertThat(result.path("audits")).hasSize(5);
    assertThat(result.has("ledger")).isFalse();
  }

  @Test
  void theLedgerOfWhatWasReleasedIsShown() {
    new TranscribeModelTool(TestingDesk.in(folder))
        .run(
            new TranscribeModelTool.Request(
                "toy",
                dev.athanor.models.privacy.transcription.MethodName.SELECTIVE_RESPONSE,
                1,
                java.util.Optional.empty()),
            new TestingToolContext(artifacts));
    JsonNode ledger = run(sample()).path("ledger");
    assertThat(ledger.path("spent").asDouble()).isGreaterThan(0.99);
    assertThat(ledger.path("releases")).hasSize(1);
  }
}
