package dev.athanor.agent.loop;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.agent.investigation.Call;
import dev.athanor.agent.investigation.CallError;
import dev.athanor.agent.investigation.Gate;
import dev.athanor.agent.investigation.Investigation;
import dev.athanor.agent.investigation.PlanRevision;
import dev.athanor.agent.investigation.PlanStep;
import dev.athanor.agent.investigation.PlannerRequest;
import dev.athanor.agent.investigation.Refusal;
import dev.athanor.agent.investigation.StepKey;
import dev.athanor.agent.investigation.Turn;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The investigation as the messages that a chat model reads. What tools gave stands between markers
 * that no tool can write, and is announced as data.
 */
public final class Conversation {
  private final String systemPrompt;
  private final int resultCharacters;

  /** Conversations under this system prompt. */
  public Conversation(String systemPrompt, int resultCharacters) {
    this.systemPrompt = systemPrompt;
    this.resultCharacters = resultCharacters;
  }

  /** All messages so far. */
  public List<ChatMessage> messages(Investigation state) {
    List<ChatMessage> messages = new ArrayList<>();
    messages.add(SystemMessage.from(systemPrompt));
    for (Turn turn : state.turns()) {
      if (turn instanceof Turn.User user) {
        messages.add(UserMessage.from(user.text()));
      } else if (turn instanceof Turn.Planner planner) {
        add(messages, state, planner);
      }
    }
    return messages;
  }

  private void add(List<ChatMessage> messages, Investigation state, Turn.Planner planner) {
    if (planner.requests().isEmpty()) {
      messages.add(AiMessage.from(planner.text().isEmpty() ? "(nothing)" : planner.text()));
      return;
    }
    List<ToolExecutionRequest> requests =
        planner.requests().stream().map(Conversation::request).toList();
    messages.add(
        planner.text().isEmpty()
            ? AiMessage.from(requests)
            : AiMessage.from(planner.text(), requests));
    for (PlannerRequest request : planner.requests()) {
      messages.add(
          ToolExecutionResultMessage.from(request.id(), request.name(), outcome(state, request)));
    }
  }

  private static ToolExecutionRequest request(PlannerRequest request) {
    return ToolExecutionRequest.builder()
        .id(request.id())
        .name(request.name())
        .arguments(request.arguments())
        .build();
  }

  private String outcome(Investigation state, PlannerRequest request) {
    Optional<Refusal> refusal = state.refusalFor(request.id(), Optional.empty());
    if (refusal.isPresent()) {
      return failure("", "", request.name(), refusal.get().error());
    }
    Optional<PlanRevision> plan = state.planOf(request.id());
    if (plan.isPresent()) {
      return planOutcome(state, plan.get());
    }
    Optional<Call> call = state.callFor(request.id());
    if (call.isPresent()) {
      return callOutcome("", call.get());
    }
    return state
        .gateFor(request.id(), Optional.empty())
        .map(Conversation::gateOutcome)
        .orElse(
            request.name().equals(LoopFunctions.CONCLUDE)
                ? "The answer was given to the person."
                : "Not run: the person said something else first.");
  }

  private String planOutcome(Investigation state, PlanRevision revision) {
    StringBuilder text = new StringBuilder();
    text.append("Plan ").append(revision.number()).append(": ");
    text.append(
        state
            .gateFor(revision.request(), Optional.empty())
            .map(Conversation::gateOutcome)
            .orElse("it only reads and needed no approval."));
    for (PlanStep step : revision.plan().steps()) {
      text.append('\n').append(stepOutcome(state, revision, step));
    }
    return text.toString();
  }

  private String stepOutcome(Investigation state, PlanRevision revision, PlanStep step) {
    StepKey key = new StepKey(revision.number(), step.id());
    Optional<Call> call = state.callFor(key);
    if (call.isPresent()) {
      return callOutcome(step.id(), call.get());
    }
    Optional<Refusal> refusal = state.refusalFor(revision.request(), Optional.of(key));
    if (refusal.isPresent()) {
      return failure("", step.id(), step.tool(), refusal.get().error());
    }
    String why =
        state
            .gateFor(revision.request(), Optional.of(key))
            .map(Conversation::gateOutcome)
            .orElse("a step before it did not succeed, or the plan was not approved");
    return failure("", step.id(), step.tool(), new CallError("NOT_RUN", why, "plan without it"));
  }

  private static String gateOutcome(Gate gate) {
    String by = gate.approver().orElse("nobody");
    return switch (gate.status()) {
      case APPROVED, USED -> "approved by a person (" + by + ").";
      case DENIED ->
          "denied by a person (" + by + "): " + gate.reason().orElse("") + ". Nothing was run.";
      case EXPIRED -> "the approval expired. Nothing was run.";
      case OPEN -> "waits for a person.";
    };
  }

  private String callOutcome(String step, Call call) {
    if (call.result().isPresent()) {
      String body = Abridged.write(call.result().get(), resultCharacters);
      return ToolResultBlock.write(call.id(), step, call.tool(), "SUCCEEDED", body);
    }
    CallError error =
        call.error().orElse(new CallError("NOT_RUN", "it has not run yet", "wait for it"));
    return failure(call.id(), step, call.tool(), error);
  }

  private static String failure(String call, String step, String tool, CallError error) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("code", error.code());
    node.put("message", error.message());
    node.put("what_to_do", error.whatToDo());
    return ToolResultBlock.write(call, step, tool, "FAILED", Abridged.write(node, 4000));
  }
}
