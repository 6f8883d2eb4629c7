package dev.athanor.agent.testing;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.List;

/**
 * A chat model that follows a script: its n-th reply is the n-th line, counted by the replies that
 * the conversation already holds, so that a restarted conversation goes on in the right place.
 */
public final class TestingChatModel implements ChatModel {
  private final List<AiMessage> script;

  /** Follows these replies; the last one is repeated for ever. */
  public TestingChatModel(List<AiMessage> script) {
    this.script = List.copyOf(script);
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    int said = (int) request.messages().stream().filter(AiMessage.class::isInstance).count();
    return ChatResponse.builder().aiMessage(script.get(Math.min(said, script.size() - 1))).build();
  }

  /** A reply that asks for one function. */
  public static AiMessage asks(String name, String arguments) {
    return AiMessage.from(request(name, arguments));
  }

  /** A request for one function. */
  public static ToolExecutionRequest request(String name, String arguments) {
    return ToolExecutionRequest.builder().id("x").name(name).arguments(arguments).build();
  }
}
