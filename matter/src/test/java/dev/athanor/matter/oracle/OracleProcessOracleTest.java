package dev.athanor.matter.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The frame with a real Python. */
@Tag("oracle")
class OracleProcessOracleTest {
  @Test
  void answersComeBackInOrderWithTheirId() {
    List<JsonNode> answers =
        OracleProcess.run(
            "versions",
            List.of(Map.of("id", "a", "modules", List.of("json")), Map.of("id", "b")),
            Duration.ofMinutes(1));
    assertThat(answers).extracting(answer -> answer.path("id").asText()).containsExactly("a", "b");
    assertThat(answers.get(0).path("versions").has("python")).isTrue();
    assertThat(answers.get(0).path("oracle_seconds").isNumber()).isTrue();
    assertThat(answers.get(1).path("error").asText()).startsWith("KeyError");
  }

  @Test
  void aRunIsBoundedInTime() {
    assertThatThrownBy(() -> OracleProcess.run("versions", List.of(), Duration.ofNanos(1)))
        .hasMessageContaining("did not end within");
  }
}
