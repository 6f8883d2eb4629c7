package dev.athanor.agent.planner;

import dev.athanor.agent.AgentErrors;
import dev.athanor.agent.AgentException;
import dev.athanor.agent.planner.offline.OfflinePlanner;
import dev.athanor.agent.settings.PlannerSettings;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The chat model that the settings choose. Making one calls no network. */
public final class ChatModels {
  private static final String OPENAI = "https://api.openai.com/v1";
  private static final String OLLAMA = "http://127.0.0.1:11434";

  private ChatModels() {}

  /**
   * The chosen model, with the key from the environment.
   *
   * @throws AgentException {@code BAD_SETTING} if something needed is missing
   */
  public static ChatModel of(PlannerSettings settings) {
    return of(settings, name -> Optional.ofNullable(System.getenv(name)).orElse(""));
  }

  static ChatModel of(PlannerSettings settings, UnaryOperator<String> environment) {
    return switch (settings.kind()) {
      case OFFLINE -> new OfflinePlanner();
      case OPENAI ->
          OpenAiChatModel.builder()
              .httpClientBuilder(BoundedHttpClientBuilder.of(settings))
              .baseUrl(settings.baseUrl().orElse(OPENAI))
              .modelName(model(settings))
              .apiKey(key(environment.apply(settings.keyVariable())))
              .temperature(settings.temperature())
              .timeout(settings.timeout())
              .maxRetries(0)
              .build();
      case OLLAMA -> ollama(settings);
    };
  }

  private static ChatModel ollama(PlannerSettings settings) {
    OllamaChatModel.OllamaChatModelBuilder builder = OllamaChatModel.builder();
    builder.httpClientBuilder(BoundedHttpClientBuilder.of(settings));
    builder.baseUrl(settings.baseUrl().orElse(OLLAMA));
    builder.modelName(model(settings));
    builder.temperature(settings.temperature());
    builder.timeout(settings.timeout());
    builder.maxRetries(0);
    return builder.build();
  }

  private static String model(PlannerSettings settings) {
    return settings
        .model()
        .orElseThrow(
            () ->
                new AgentException(
                    AgentErrors.BAD_SETTING,
                    "no model is chosen",
                    "set athanor.planner.model, or athanor.planner=offline"));
  }

  /** Local servers want no key, but the client wants one to send. */
  private static String key(String found) {
    return found.isBlank() ? "none" : found;
  }
}
