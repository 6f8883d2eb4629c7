package dev.athanor.agent.loop;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.agent.AgentException;
import dev.athanor.agent.investigation.Call;
import dev.athanor.agent.investigation.CallStatus;
import dev.athanor.agent.investigation.Event;
import dev.athanor.agent.investigation.Gate;
import dev.athanor.agent.investigation.GateStatus;
import dev.athanor.agent.investigation.Investigation;
import dev.athanor.agent.investigation.PlannerRequest;
import dev.athanor.agent.investigation.Turn;
import dev.athanor.agent.investigation.Usage;
import dev.athanor.agent.json.AgentJson;
import dev.athanor.tools.ToolCatalogue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happens next, as a pure function of the state and the time: the same journal always leads to
 * the same next step, which is what makes a killed investigation go on where it was.
 */
public final class Decider {
  private final LoopBounds bounds;
  private final CallPolicy calls;
  private final PlanPolicy plans;

  /** Decisions within these bounds over this catalogue. */
  public Decider(ToolCatalogue catalogue, LoopBounds bounds) {
    this.bounds = bounds;
    this.calls = new CallPolicy(catalogue, bounds);
    this.plans = new PlanPolicy(catalogue, bounds, calls);
  }

  /** The next action. */
  public Action next(Investigation state, Instant now) {
    if (state.state().terminal()) {
      return new Action.Finished();
    }
    Optional<Gate> lapsed = state.gates().stream().filter(gate -> lapsed(gate, now)).findFirst();
    if (lapsed.isPresent()) {
      return new Action.Note(new Event.ApprovalExpired(lapsed.get().id()));
    }
    Optional<Call> running =
        state.calls().stream().filter(call -> call.status() == CallStatus.RUNNING).findFirst();
    if (running.isPresent()) {
      return new Action.Run(running.get());
    }
    for (PlannerRequest request : pending(state)) {
      Optional<Action> action = settle(state, request, now);
      if (action.isPresent()) {
        return bounded(state, action.get());
      }
    }
    return bounded(state, afterRequests(state));
  }

  private static boolean lapsed(Gate gate, Instant now) {
    return switch (gate.status()) {
      case OPEN -> !now.isBefore(gate.expiresAt());
      case APPROVED -> !gate.holdsAt(now);
      case DENIED, EXPIRED, USED -> false;
    };
  }

  /** The requests of the planner's last reply, unless a person has spoken since. */
  private static List<PlannerRequest> pending(Investigation state) {
    Turn last = state.turns().get(state.turns().size() - 1);
    return last instanceof Turn.Planner planner ? planner.requests() : List.of();
  }

  private static Action afterRequests(Investigation state) {
    Turn last = state.turns().get(state.turns().size() - 1);
    if (last instanceof Turn.Planner planner && planner.requests().isEmpty()) {
      return new Action.Note(new Event.Concluded("", planner.text()));
    }
    return new Action.AskPlanner();
  }

  /** Empty once the request has its outcome. */
  private Optional<Action> settle(Investigation state, PlannerRequest request, Instant now) {
    if (state.refusalFor(request.id(), Optional.empty()).isPresent()) {
      return Optional.empty();
    }
    try {
      return switch (request.name()) {
        case LoopFunctions.PROPOSE_PLAN -> plans.settle(state, request, now);
        case LoopFunctions.CONCLUDE -> Optional.of(conclude(request));
        default -> calls.settle(state, request, now);
      };
    } catch (AgentException e) {
      return Optional.of(
          new Action.Note(
              new Event.CallRefused(
                  request.id(),
                  Optional.empty(),
                  request.name(),
                  "INVALID_ARGUMENTS",
                  e.explanation(),
                  e.whatToDo())));
    }
  }

  private static Action conclude(PlannerRequest request) {
    JsonNode arguments = AgentJson.parse(request.arguments());
    String answer = arguments.path("answer").asText("");
    if (answer.isBlank()) {
      throw new AgentException(
          dev.athanor.agent.AgentErrors.BAD_REQUEST,
          "conclude needs an answer",
          "give the answer as text in the field 'answer'");
    }
    return new Action.Note(new Event.Concluded(request.id(), answer));
  }

  /** Replaces an action that would go beyond a bound by the stop. */
  private Action bounded(Investigation state, Action action) {
    Usage usage = state.usage();
    if (action instanceof Action.AskPlanner || action instanceof Action.Start) {
      if (usage.active().compareTo(bounds.wallTime()) >= 0) {
        return stop("BOUND_WALL_TIME", "the working time of " + bounds.wallTime() + " is used up");
      }
    }
    if (action instanceof Action.AskPlanner) {
      if (usage.rounds() >= bounds.rounds()) {
        return stop("BOUND_ROUNDS", "the planner was asked " + bounds.rounds() + " times");
      }
      if (usage.tokens() >= bounds.tokens()) {
        return stop("BOUND_TOKENS", "the bound of " + bounds.tokens() + " tokens is reached");
      }
    }
    if (action instanceof Action.Start && usage.calls() >= bounds.calls()) {
      return stop("BOUND_CALLS", "the bound of " + bounds.calls() + " calls is reached");
    }
    return action;
  }

  private static Action stop(String code, String reason) {
    return new Action.Note(new Event.Stopped(code, reason));
  }

  /** Whether this gate's approval lets something run now. */
  static boolean allows(Gate gate, Instant now) {
    return gate.status() == GateStatus.APPROVED && gate.holdsAt(now);
  }
}
