package dev.athanor.agent.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.agent.runtime.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Every default, and that the documented file says the same. */
final class AthanorSettingsTest {
  @Test
  void defaults() {
    check(Settings.of(Map.of()));
  }

  @Test
  void theDocumentedFileSaysTheSame() throws IOException {
    Properties file = new Properties();
    try (InputStream stream = stream()) {
      file.load(stream);
    }
    Map<String, String> values = new HashMap<>();
    file.stringPropertyNames().stream()
        .filter(name -> name.startsWith("athanor."))
        .forEach(name -> values.put(name, file.getProperty(name)));
    assertThat(values).hasSizeGreaterThan(15);
    check(Settings.of(values));
  }

  @Test
  void everySettingOfTheFileHasALineOfComment() throws IOException {
    try (InputStream stream = stream()) {
      List<String> lines =
          new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      for (int i = 1; i < lines.size(); i++) {
        if (lines.get(i).contains("=") && !lines.get(i).startsWith("# ")) {
          assertThat(lines.get(i - 1)).as("above %s", lines.get(i)).startsWith("# ");
        }
      }
    }
  }

  private static InputStream stream() {
    InputStream stream =
        AthanorSettingsTest.class.getClassLoader().getResourceAsStream("application.properties");
    assertThat(stream).isNotNull();
    return stream;
  }

  private static void check(AthanorSettings settings) {
    Path home = Path.of(System.getProperty("user.home"), ".athanor");
    assertThat(settings.home()).isEqualTo(home);
    assertThat(settings.privacy().datasets()).isEqualTo(home.resolve("privacy/datasets"));
    assertThat(settings.database().url())
        .isEqualTo("jdbc:h2:file:" + home + "/athanor;AUTO_SERVER=TRUE;WRITE_DELAY=0");
    assertThat(settings.database().user()).isEmpty();
    assertThat(settings.database().password()).isEmpty();

    ModelSettings models = settings.models();
    assertThat(models.host()).isEmpty();
    assertThat(models.hostConnectTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(models.hostTimeout()).isEqualTo(Duration.ofMinutes(2));
    assertThat(models.hostRetries()).isEqualTo(3);
    assertThat(models.hostWeights()).isEmpty();

    PlannerSettings planner = settings.planner();
    assertThat(planner.kind()).isEqualTo(PlannerKind.OFFLINE);
    assertThat(planner.baseUrl()).isEmpty();
    assertThat(planner.model()).isEmpty();
    assertThat(planner.keyVariable()).isEqualTo("OPENAI_API_KEY");
    assertThat(planner.temperature()).isEqualTo(0.2);
    assertThat(planner.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(planner.timeout()).isEqualTo(Duration.ofMinutes(3));
    assertThat(planner.maxReply().asLongValue()).isEqualTo(2 << 20);
    assertThat(planner.retries()).isEqualTo(3);
    assertThat(planner.maxWait()).isEqualTo(Duration.ofMinutes(1));

    LoopSettings loop = settings.loop();
    assertThat(loop.rounds()).isEqualTo(24);
    assertThat(loop.calls()).isEqualTo(80);
    assertThat(loop.tokens()).isEqualTo(600_000);
    assertThat(loop.wallTime()).isEqualTo(Duration.ofMinutes(60));
    assertThat(loop.gateOpenFor()).isEqualTo(Duration.ofDays(7));
    assertThat(loop.approvalHoldsFor()).isEqualTo(Duration.ofHours(24));
    assertThat(loop.planCalls()).isEqualTo(40);
    assertThat(loop.planTime()).isEqualTo(Duration.ofMinutes(30));
    assertThat(loop.resultCharacters()).isEqualTo(24_000);
    assertThat(loop.lease()).isEqualTo(Duration.ofSeconds(20));
  }
}
