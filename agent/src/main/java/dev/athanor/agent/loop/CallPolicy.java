package dev.athanor.agent.loop;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.agent.AgentErrors;
import dev.athanor.agent.AgentException;
import dev.athanor.agent.investigation.Event;
import dev.athanor.agent.investigation.Gate;
import dev.athanor.agent.investigation.GateKind;
import dev.athanor.agent.investigation.Investigation;
import dev.athanor.agent.investigation.PlannerRequest;
import dev.athanor.agent.investigation.StepKey;
import dev.athanor.agent.json.AgentJson;
import dev.athanor.agent.json.CanonicalJson;
import dev.athanor.tools.Effect;
import dev.athanor.tools.Tool;
import dev.athanor.tools.ToolCatalogue;
import dev.athanor.tools.ToolException;
import java.time.Instant;
import java.util.Optional;

/** When a single call may run: reading freely, everything else by its own approval. */
final class CallPolicy {
  private final ToolCatalogue catalogue;
  private final LoopBounds bounds;

  CallPolicy(ToolCatalogue catalogue, LoopBounds bounds) {
    this.catalogue = catalogue;
    this.bounds = bounds;
  }

  /** A call about to be started, its arguments checked and exact. */
  record Intent(
      String request,
      Optional<StepKey> step,
      String tool,
      Effect effect,
      JsonNode arguments,
      String hash,
      String why) {}

  Optional<Action> settle(Investigation state, PlannerRequest request, Instant now) {
    if (state.callFor(request.id()).isPresent()) {
      return Optional.empty();
    }
    Intent intent =
        intent(
            request.id(),
            Optional.empty(),
            request.name(),
            AgentJson.parse(request.arguments()),
            "asked for by the planner");
    return intent.effect() == Effect.READ
        ? Optional.of(start(state, intent, Optional.empty()))
        : gated(state, intent, "it is not part of an approved plan", now);
  }

  /**
   * The checked form of a call.
   *
   * @throws AgentException {@code BAD_REQUEST} if tool or arguments are wrong
   */
  Intent intent(
      String request, Optional<StepKey> step, String name, JsonNode arguments, String why) {
    try {
      JsonNode exact = catalogue.check(name, arguments);
      Tool<?, ?> tool = catalogue.find(name).orElseThrow();
      return new Intent(request, step, name, tool.effect(), exact, CanonicalJson.hash(exact), why);
    } catch (ToolException e) {
      throw new AgentException(
          AgentErrors.BAD_REQUEST,
          e.code() + ": " + String.valueOf(e.getMessage()),
          e.whatToDo(),
          e);
    }
  }

  /** Through the call's own gate; empty once the gate was answered with no. */
  Optional<Action> gated(Investigation state, Intent intent, String why, Instant now) {
    Optional<Gate> found = state.gateFor(intent.request(), intent.step());
    if (found.isEmpty()) {
      return Optional.of(new Action.Note(open(state, intent, why, now)));
    }
    Gate gate = found.get();
    return switch (gate.status()) {
      case OPEN -> Optional.of(new Action.AwaitPerson());
      case APPROVED ->
          Decider.allows(gate, now) && gate.argumentsHash().equals(intent.hash())
              ? Optional.of(start(state, intent, Optional.of(gate.id())))
              : Optional.of(new Action.Note(new Event.ApprovalExpired(gate.id())));
      case DENIED, EXPIRED, USED -> Optional.empty();
    };
  }

  Action.Start start(Investigation state, Intent intent, Optional<String> gate) {
    return new Action.Start(
        new Event.CallStarted(
            "c" + (state.calls().size() + 1),
            intent.request(),
            intent.step(),
            gate,
            intent.tool(),
            intent.effect(),
            intent.arguments(),
            intent.hash(),
            intent.why()));
  }

  private Event open(Investigation state, Intent intent, String why, Instant now) {
    String reason =
        intent.effect() == Effect.RELEASE ? "it leaves the house and cannot be undone" : why;
    return new Event.GateOpened(
        "g" + (state.gates().size() + 1),
        GateKind.CALL,
        intent.request(),
        intent.step(),
        Optional.of(intent.tool()),
        intent.effect(),
        intent.arguments(),
        intent.hash(),
        reason,
        now.plus(bounds.gateOpenFor()));
  }
}
