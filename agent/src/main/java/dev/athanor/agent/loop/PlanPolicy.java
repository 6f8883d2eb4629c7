package dev.athanor.agent.loop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.agent.AgentErrors;
import dev.athanor.agent.AgentException;
import dev.athanor.agent.investigation.Budget;
import dev.athanor.agent.investigation.Call;
import dev.athanor.agent.investigation.Event;
import dev.athanor.agent.investigation.Gate;
import dev.athanor.agent.investigation.GateKind;
import dev.athanor.agent.investigation.GateStatus;
import dev.athanor.agent.investigation.Investigation;
import dev.athanor.agent.investigation.Plan;
import dev.athanor.agent.investigation.PlanRevision;
import dev.athanor.agent.investigation.PlanStep;
import dev.athanor.agent.investigation.PlannerRequest;
import dev.athanor.agent.investigation.StepKey;
import dev.athanor.agent.investigation.StepStatus;
import dev.athanor.agent.json.AgentJson;
import dev.athanor.tools.Effect;
import dev.athanor.tools.Tool;
import dev.athanor.tools.ToolCatalogue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a plan and its steps may run. An approved plan covers each of its COMPUTE steps once, within
 * its budget and time; it never covers a RELEASE step.
 */
final class PlanPolicy {
  private final ToolCatalogue catalogue;
  private final LoopBounds bounds;
  private final CallPolicy calls;

  PlanPolicy(ToolCatalogue catalogue, LoopBounds bounds, CallPolicy calls) {
    this.catalogue = catalogue;
    this.bounds = bounds;
    this.calls = calls;
  }

  Optional<Action> settle(Investigation state, PlannerRequest request, Instant now) {
    Optional<PlanRevision> found = state.planOf(request.id());
    if (found.isEmpty()) {
      return Optional.of(new Action.Note(proposal(state, request)));
    }
    PlanRevision revision = found.get();
    Effect strongest = strongest(revision.plan());
    if (strongest == Effect.READ) {
      return nextStep(state, revision, Optional.empty(), now);
    }
    Optional<Gate> gate = state.gateFor(request.id(), Optional.empty());
    if (gate.isEmpty()) {
      return Optional.of(new Action.Note(open(state, revision, strongest, now)));
    }
    return switch (gate.get().status()) {
      case OPEN -> Optional.of(new Action.AwaitPerson());
      case DENIED, EXPIRED -> Optional.empty();
      case APPROVED, USED -> nextStep(state, revision, gate, now);
    };
  }

  private Event proposal(Investigation state, PlannerRequest request) {
    JsonNode arguments = AgentJson.parse(request.arguments());
    String why = arguments.path("why_revised").asText("");
    if (arguments instanceof ObjectNode object) {
      object.remove("why_revised");
    }
    Plan plan = AgentJson.value(arguments, Plan.class);
    for (PlanStep step : plan.steps()) {
      if (catalogue.find(step.tool()).isEmpty()) {
        throw new AgentException(
            AgentErrors.BAD_REQUEST,
            "step " + step.id() + " names a tool that does not exist: " + step.tool(),
            "use only tools of the catalogue");
      }
    }
    int number = state.plans().size() + 1;
    return number == 1
        ? new Event.PlanProposed(number, request.id(), plan, plan.hash())
        : new Event.PlanRevised(number, request.id(), plan, plan.hash(), why);
  }

  private Effect strongest(Plan plan) {
    return plan.steps().stream()
        .flatMap(step -> catalogue.find(step.tool()).stream())
        .map(Tool::effect)
        .reduce(Effect.READ, (first, second) -> first.compareTo(second) >= 0 ? first : second);
  }

  private Event open(Investigation state, PlanRevision revision, Effect strongest, Instant now) {
    return new Event.GateOpened(
        "g" + (state.gates().size() + 1),
        GateKind.PLAN,
        revision.request(),
        Optional.empty(),
        Optional.empty(),
        strongest,
        AgentJson.tree(revision.plan()),
        revision.hash(),
        "the plan spends computing time",
        now.plus(bounds.gateOpenFor()));
  }

  private Optional<Action> nextStep(
      Investigation state, PlanRevision revision, Optional<Gate> gate, Instant now) {
    for (PlanStep step : revision.plan().steps()) {
      if (state.stepStatus(revision, step) == StepStatus.PENDING) {
        Optional<Action> action = run(state, revision, step, gate, now);
        if (action.isPresent()) {
          return action;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Action> run(
      Investigation state, PlanRevision revision, PlanStep step, Optional<Gate> gate, Instant now) {
    Optional<StepKey> key = Optional.of(new StepKey(revision.number(), step.id()));
    CallPolicy.Intent intent;
    try {
      JsonNode arguments = References.resolve(step.arguments(), state, revision);
      intent = calls.intent(revision.request(), key, step.tool(), arguments, step.why());
    } catch (AgentException e) {
      return Optional.of(
          new Action.Note(
              new Event.CallRefused(
                  revision.request(),
                  key,
                  step.tool(),
                  "INVALID_ARGUMENTS",
                  e.explanation(),
                  e.whatToDo())));
    }
    return switch (intent.effect()) {
      case READ -> Optional.of(calls.start(state, intent, Optional.empty()));
      case COMPUTE ->
          covered(state, gate, now)
              ? Optional.of(calls.start(state, intent, gate.map(Gate::id)))
              : calls.gated(state, intent, "the plan's approval or its budget is used up", now);
      case RELEASE -> calls.gated(state, intent, "", now);
    };
  }

  private boolean covered(Investigation state, Optional<Gate> gate, Instant now) {
    if (gate.isEmpty() || !gate.get().holdsAt(now)) {
      return false;
    }
    GateStatus status = gate.get().status();
    boolean approved = status == GateStatus.APPROVED || status == GateStatus.USED;
    Budget budget = gate.get().budget().orElse(bounds.planBudget());
    List<Call> spent =
        state.calls().stream()
            .filter(call -> call.effect() == Effect.COMPUTE)
            .filter(call -> call.gate().equals(Optional.of(gate.get().id())))
            .toList();
    long seconds = spent.stream().mapToLong(call -> call.duration().toSeconds()).sum();
    return approved && spent.size() < budget.calls() && seconds < budget.seconds();
  }
}
