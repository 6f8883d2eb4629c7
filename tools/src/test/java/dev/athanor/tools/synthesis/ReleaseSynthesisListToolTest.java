package dev.athanor.tools.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.tools.TestingToolContext;
import dev.athanor.tools.Tool;
import dev.athanor.tools.ToolContract;
import dev.athanor.tools.ToolErrors;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseSynthesisListToolTest extends ToolContract {
  @Override
  protected Tool<?, ?> tool() {
    return new ReleaseSynthesisListTool();
  }

  @Override
  protected JsonNode sample() {
    return json("{'laboratory':'lab 3'}").put("list", draft());
  }

  @Override
  protected boolean releases() {
    return true;
  }

  @Test
  void theReleasedListNamesItsDraft() {
    JsonNode result = run(sample());

    SynthesisList released =
        SynthesisList.load(
            result.path("list").asText(), new TestingToolContext(artifacts).artifacts());
    assertThat(released.state()).isEqualTo(SynthesisList.State.RELEASED);
    assertThat(released.draft()).contains(draft());
    assertThat(released.releasedTo()).contains("lab 3");
    assertThat(result.path("draft").asText()).isEqualTo(draft());
  }

  @Test
  void releasingAgainKeepsNothingNew() {
    run(sample());
    int before = artifacts.size();

    run(sample());

    assertThat(artifacts.size()).isEqualTo(before);
  }

  @Test
  void onlyADraftCanBeReleased() {
    String released = run(sample()).path("list").asText();

    assertThat(failure(json("{}").put("list", released)).code()).isEqualTo(ToolErrors.BAD_INPUT);
    assertThat(failure(json("{'list':'ffffffffffff'}")).code()).isEqualTo(ToolErrors.NOT_FOUND);
  }

  private String draft() {
    return SynthesisList.draft(List.of()).store(artifacts);
  }
}
