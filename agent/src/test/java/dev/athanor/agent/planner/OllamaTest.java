package dev.athanor.agent.planner;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.athanor.agent.investigation.Investigation;
import dev.athanor.agent.investigation.InvestigationState;
import dev.athanor.agent.loop.LoopListener;
import dev.athanor.agent.runtime.AgentRuntime;
import dev.athanor.agent.runtime.Investigations;
import dev.athanor.agent.runtime.Science;
import dev.athanor.agent.settings.AthanorSettings;
import dev.athanor.agent.testing.TestingRuntimes;
import dev.athanor.agent.testing.TestingTools;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same loop over the interface of Ollama. */
final class OllamaTest {
  @TempDir Path home;

  @Test
  void concludes() {
    WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
    server.start();
    server.stubFor(
        post("/api/chat")
            .willReturn(
                okJson(
                    """
                    {"model":"m","created_at":"2026-11-23T05:00:00Z","done":true,
                     "message":{"role":"assistant","content":"","tool_calls":[
                       {"function":{"name":"conclude","arguments":{"answer":"All is well."}}}]}}
                    """)));
    AthanorSettings settings =
        TestingRuntimes.settings(
            home,
            Map.of(
                "athanor.planner", "ollama",
                "athanor.planner.base-url", server.baseUrl(),
                "athanor.planner.model", "m"));
    try (AgentRuntime runtime =
        new AgentRuntime(
            settings,
            () -> Science.of(TestingTools.catalogue(home.resolve("traces"))),
            () -> ChatModels.of(settings.planner()),
            Clock.systemUTC())) {
      Investigations all = runtime.investigations();
      Investigation state = all.drive(all.ask("How are you?", "Ada").id(), LoopListener.NONE);

      assertThat(state.state()).isEqualTo(InvestigationState.CONCLUDED);
      assertThat(state.conclusions().get(0).answer()).isEqualTo("All is well.");
    } finally {
      server.stop();
    }
  }
}
