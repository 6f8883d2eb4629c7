package dev.athanor.agent.loop;

import dev.athanor.agent.AgentErrors;
import dev.athanor.agent.AgentException;
import dev.athanor.agent.investigation.Event;
import dev.athanor.agent.investigation.Investigation;
import dev.athanor.agent.investigation.PlannerRequest;
import dev.athanor.tools.ToolCatalogue;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** A chat model as planner. Requests get ids of our own, since models repeat or omit theirs. */
public final class ChatPlanner implements Planner {
  private static final Logger LOG = Logger.getLogger(ChatPlanner.class);
  private static final int CHARACTERS_PER_TOKEN = 4;
  private static final int MAX_REQUESTS = 32;
  private static final int MAX_ARGUMENTS = 200_000;

  private final Supplier<ChatModel> model;
  private final ToolCatalogue catalogue;
  private final Conversation conversation;

  /** A planner over this model, which is made at the first question. */
  public ChatPlanner(
      Supplier<ChatModel> model, ToolCatalogue catalogue, Conversation conversation) {
    this.model = model;
    this.catalogue = catalogue;
    this.conversation = conversation;
  }

  @Override
  public Event reply(Investigation state) {
    List<ChatMessage> messages = conversation.messages(state);
    List<ToolSpecification> functions = LoopFunctions.specifications(catalogue);
    try {
      ChatResponse response =
          model
              .get()
              .chat(ChatRequest.builder().messages(messages).toolSpecifications(functions).build());
      return replied(state, messages, response);
    } catch (AgentException e) {
      return failed(e);
    } catch (RuntimeException e) {
      LOG.warnf(e, "the planner failed");
      AgentException known = PlannerFailures.of(e);
      return failed(known);
    }
  }

  private static Event failed(AgentException e) {
    AgentErrors code = e.code();
    return new Event.Failed(code.name(), e.explanation(), e.whatToDo(), code.retryHelps());
  }

  private static Event replied(
      Investigation state, List<ChatMessage> messages, ChatResponse response) {
    AiMessage message = response.aiMessage();
    String text = Optional.ofNullable(message.text()).orElse("");
    int round = 1 + (int) state.turns().stream().filter(ChatPlanner::isPlanner).count();
    List<PlannerRequest> requests = requests(round, message);
    long input = 0;
    for (ChatMessage sent : messages) {
      input += sent.toString().length() / CHARACTERS_PER_TOKEN;
    }
    Optional<TokenUsage> usage = Optional.ofNullable(response.tokenUsage());
    return new Event.PlannerReplied(
        round,
        text,
        requests,
        usage
            .flatMap(u -> Optional.ofNullable(u.inputTokenCount()))
            .map(Integer::longValue)
            .orElse(input),
        usage
            .flatMap(u -> Optional.ofNullable(u.outputTokenCount()))
            .map(Integer::longValue)
            .orElse((long) message.toString().length() / CHARACTERS_PER_TOKEN));
  }

  private static boolean isPlanner(dev.athanor.agent.investigation.Turn turn) {
    return turn instanceof dev.athanor.agent.investigation.Turn.Planner;
  }

  private static List<PlannerRequest> requests(int round, AiMessage message) {
    List<PlannerRequest> requests = new ArrayList<>();
    if (!message.hasToolExecutionRequests()) {
      return requests;
    }
    for (ToolExecutionRequest asked : message.toolExecutionRequests()) {
      if (requests.size() == MAX_REQUESTS) {
        break;
      }
      String arguments = Optional.ofNullable(asked.arguments()).orElse("{}");
      requests.add(
          new PlannerRequest(
              "r" + round + "_" + (requests.size() + 1),
              Optional.ofNullable(asked.name()).orElse(""),
              arguments.length() > MAX_ARGUMENTS ? "too long" : arguments));
    }
    return requests;
  }
}
