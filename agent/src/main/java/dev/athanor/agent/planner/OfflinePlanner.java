package dev.athanor.agent.planner;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;

/** Rules instead of a language model. */
public final class OfflinePlanner implements ChatModel {
  @Override
  public ChatResponse doChat(ChatRequest request) {
    return ChatResponse.builder().aiMessage(AiMessage.from("offline")).build();
  }
}
