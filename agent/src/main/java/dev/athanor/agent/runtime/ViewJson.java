package dev.athanor.agent.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.agent.answer.AnswerRenderer;
import dev.athanor.agent.answer.Segment;
import dev.athanor.agent.investigation.Call;
import dev.athanor.agent.investigation.CallStatus;
import dev.athanor.agent.investigation.Conclusion;
import dev.athanor.agent.investigation.Gate;
import dev.athanor.agent.investigation.Investigation;
import dev.athanor.agent.investigation.PlanRevision;
import dev.athanor.agent.investigation.PlanStep;
import dev.athanor.agent.investigation.Turn;
import dev.athanor.agent.json.AgentJson;
import dev.athanor.agent.loop.LoopListener;
import dev.athanor.tools.Effect;
import java.time.Instant;
import java.util.Optional;

/** An investigation as JSON for whoever shows it. */
public final class ViewJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ViewJson() {}

  /** What the journal does not say. */
  public interface Surroundings {
    /** How far a call is, where that is known. */
    Optional<LoopListener.Progress> progress(String investigation, String call);

    /** What a tool does to the world, where there is such a tool. */
    Optional<Effect> effect(String tool);
  }

  /** One line of a list of investigations. */
  public static ObjectNode summary(Investigation state) {
    ObjectNode node = NODES.objectNode();
    node.put("id", state.id());
    node.put("question", state.question());
    node.put("state", state.state().name());
    node.put("created_at", state.createdAt().toString());
    node.put("updated_at", state.updatedAt().toString());
    node.put("open_gates", state.openGates().size());
    return node;
  }

  /** Everything about an investigation. */
  public static ObjectNode of(Investigation state, Surroundings around) {
    ObjectNode node = NODES.objectNode();
    node.put("id", state.id());
    node.put("question", state.question());
    node.put("state", state.state().name());
    node.put("state_reason", state.stateReason());
    node.put("created_at", state.createdAt().toString());
    node.put("updated_at", state.updatedAt().toString());
    node.put("planner", state.planner());
    node.put("sequence", state.head());
    node.set("messages", messages(state));
    node.set(
        "plan",
        state.plan().<JsonNode>map(plan -> plan(state, plan, around)).orElse(NODES.nullNode()));
    ArrayNode gates = node.putArray("gates");
    state.gates().forEach(gate -> gates.add(gate(gate)));
    ArrayNode calls = node.putArray("calls");
    state.calls().forEach(call -> calls.add(call(state, call, around)));
    ArrayNode answers = node.putArray("answers");
    state.conclusions().forEach(conclusion -> answers.add(answer(state, conclusion)));
    node.set("candidates", CandidatesView.of(state));
    node.set("synthesis_list", SynthesisListView.of(state).orElse(NODES.nullNode()));
    return node;
  }

  private static ArrayNode messages(Investigation state) {
    ArrayNode messages = NODES.arrayNode();
    for (Turn turn : state.turns()) {
      if (turn instanceof Turn.User user) {
        messages.addObject().put("role", "USER").put("text", user.text());
      } else if (turn instanceof Turn.Planner planner
          && !planner.text().isEmpty()
          && !planner.requests().isEmpty()) {
        messages.addObject().put("role", "PLANNER").put("text", planner.text());
      }
    }
    return messages;
  }

  private static ObjectNode plan(Investigation state, PlanRevision revision, Surroundings around) {
    ObjectNode node = NODES.objectNode();
    node.put("revision", revision.number());
    node.put("goal", revision.plan().goal());
    node.put("why_revised", revision.why());
    node.put("arguments_hash", revision.hash());
    ArrayNode steps = node.putArray("steps");
    for (PlanStep step : revision.plan().steps()) {
      ObjectNode item = steps.addObject();
      item.put("id", step.id());
      item.put("tool", step.tool());
      item.put("effect", around.effect(step.tool()).map(Effect::name).orElse(null));
      item.set("arguments", step.arguments());
      item.put("why", step.why());
      ArrayNode waits = item.putArray("waits_for");
      step.waitsFor().forEach(waits::add);
      item.put("status", state.stepStatus(revision, step).name());
    }
    return node;
  }

  private static ObjectNode gate(Gate gate) {
    ObjectNode node = NODES.objectNode();
    node.put("id", gate.id());
    node.put("kind", gate.kind().name());
    node.put("tool", gate.tool().orElse(null));
    node.put("effect", gate.effect().name());
    node.set("arguments", gate.arguments());
    node.put("arguments_hash", gate.argumentsHash());
    node.put("why", gate.why());
    node.put("status", gate.status().name());
    node.put("approver", gate.approver().orElse(null));
    node.put("reason", gate.reason().orElse(null));
    node.put("asked_at", gate.askedAt().toString());
    node.put("expires_at", gate.expiresAt().toString());
    node.put("decided_at", gate.decidedAt().map(Instant::toString).orElse(null));
    node.set("budget", gate.budget().<JsonNode>map(AgentJson::tree).orElse(NODES.nullNode()));
    return node;
  }

  private static ObjectNode call(Investigation state, Call call, Surroundings around) {
    ObjectNode node = NODES.objectNode();
    node.put("id", call.id());
    node.put("step", call.step().map(key -> key.step()).orElse(null));
    node.put("tool", call.tool());
    node.put("effect", call.effect().name());
    node.set("arguments", call.arguments());
    node.put("why", call.why());
    node.put("status", call.status().name());
    Optional<LoopListener.Progress> how =
        call.status() == CallStatus.RUNNING
            ? around.progress(state.id(), call.id())
            : Optional.empty();
    node.set("progress", how.<JsonNode>map(AgentJson::tree).orElse(NODES.nullNode()));
    node.set("result", call.result().orElse(NODES.nullNode()));
    node.set("error", call.error().<JsonNode>map(AgentJson::tree).orElse(NODES.nullNode()));
    node.put("started_at", call.startedAt().toString());
    node.put("finished_at", call.finishedAt().map(Instant::toString).orElse(null));
    node.put("duration_ms", call.finishedAt().isPresent() ? call.duration().toMillis() : null);
    return node;
  }

  private static ObjectNode answer(Investigation state, Conclusion conclusion) {
    ObjectNode node = NODES.objectNode();
    ArrayNode segments = node.putArray("segments");
    for (Segment segment : AnswerRenderer.render(state, conclusion).segments()) {
      segments.add(segment(segment));
    }
    return node;
  }

  private static ObjectNode segment(Segment segment) {
    ObjectNode node = NODES.objectNode();
    if (segment instanceof Segment.Text text) {
      node.put("text", text.text());
    } else if (segment instanceof Segment.Unsupported unsupported) {
      node.put("unsupported", unsupported.text());
    } else if (segment instanceof Segment.Citation citation) {
      ObjectNode inner = node.putObject("citation");
      inner.put("call", citation.call());
      inner.put("tool", citation.tool());
      inner.put("pointer", citation.pointer());
      inner.put("label", citation.label());
      citation.value().ifPresentOrElse(v -> inner.put("value", v), () -> inner.putNull("value"));
      inner.put("unit", citation.unit());
      citation
          .standardDeviation()
          .ifPresentOrElse(
              v -> inner.put("standard_deviation", v), () -> inner.putNull("standard_deviation"));
      inner.put("rendered", citation.rendered());
    }
    return node;
  }
}
