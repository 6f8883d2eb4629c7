package dev.athanor.tools.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.tools.Tool;
import dev.athanor.tools.ToolContract;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTranscriptionToolTest extends ToolContract {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Override
  protected Tool<?, ?> tool() {
    return new PlanTranscriptionTool(TestingDesk.in(folder));
  }

  @Override
  protected JsonNode sample() {
    return json("{'dataset':'toy','method':'SELECTIVE_RESPONSE','epsilon':1}");
  }

  @Test
  void saysWhatItWouldSpendAndSpendsNothing() {
    JsonNode result = run(sample());
    assertThat(result.path("records").asInt()).isEqualTo(1000);
    assertThat(result.path("epsilon").asDouble()).isBetween(0.99, 1.0);
    assertThat(result.path("covered").asBoolean()).isTrue();
    assertThat(result.path("budget_is_new").asBoolean()).isTrue();
    assertThat(result.path("guarantee").asText()).contains("1,000 records");
    assertThat(folder.resolve("ledger")).doesNotExist();
  }

  @Test
  void whatDoesNotReadIsSaidWithoutSayingWhat() {
    ToolException failure =
        failure(json("{'dataset':'bad','method':'SELECTIVE_RESPONSE','epsilon':1}"));
    assertThat(failure.code()).isEqualTo(ToolErrors.BAD_INPUT);
    assertThat(failure.getMessage()).doesNotContain(TestingDesk.MARKER).doesNotContain("3");
    assertThat(
            failure(json("{'dataset':'none','method':'SELECTIVE_RESPONSE','epsilon':1}"))
                .whatToDo())
        .contains("bad, toy");
    assertThat(failure(json("{'dataset':'toy','method':'GRADIENT_ESTIMATION','epsilon':1}")).code())
        .isEqualTo(ToolErrors.UNSUPPORTED);
  }
}
