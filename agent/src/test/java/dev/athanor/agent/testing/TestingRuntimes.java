package dev.athanor.agent.testing;

import dev.athanor.agent.runtime.AgentRuntime;
import dev.athanor.agent.runtime.Science;
import dev.athanor.agent.runtime.Settings;
import dev.athanor.agent.settings.AthanorSettings;
import dev.athanor.tools.ToolCatalogue;
import dev.langchain4j.model.chat.ChatModel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Runtimes over a folder of their own. */
public final class TestingRuntimes {
  private TestingRuntimes() {}

  /** Settings over this folder; the database belongs to one process at a time. */
  public static AthanorSettings settings(Path home, Map<String, String> more) {
    Map<String, String> values = new HashMap<>();
    values.put("athanor.home", home.toString());
    values.put(
        "athanor.database.url",
        "jdbc:h2:file:" + home.resolve("athanor").toAbsolutePath() + ";WRITE_DELAY=0");
    values.putAll(more);
    return Settings.of(values);
  }

  /** A runtime of these tools and this model. */
  public static AgentRuntime runtime(Path home, ToolCatalogue tools, ChatModel model) {
    return new AgentRuntime(
        settings(home, Map.of()), () -> Science.of(tools), () -> model, Clock.systemUTC());
  }
}
