package dev.athanor.agent.investigation;

import dev.athanor.agent.AgentErrors;
import dev.athanor.agent.AgentException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applies events one after the other; distrusts them where an approval is concerned. */
final class InvestigationFold {
  /** A longer silence is the program being down, and is not counted as time spent. */
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(15);

  private final String id;
  private final Event.Asked asked;
  private final Instant createdAt;
  private final List<Turn> turns = new ArrayList<>();
  private final List<PlanRevision> plans = new ArrayList<>();
  private final Map<String, Gate> gates = new LinkedHashMap<>();
  private final Map<String, Call> calls = new LinkedHashMap<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private final List<Conclusion> conclusions = new ArrayList<>();
  private JournalEntry last;
  private Usage usage = Usage.NONE;
  private Optional<InvestigationState> end = Optional.empty();
  private String endReason = "";

  private InvestigationFold(JournalEntry first, Event.Asked asked) {
    this.id = first.investigation();
    this.asked = asked;
    this.createdAt = first.at();
    this.last = first;
    turns.add(new Turn.User(asked.question()));
  }

  static Investigation of(Collection<JournalEntry> entries) {
    List<JournalEntry> list = List.copyOf(entries);
    if (list.isEmpty() || !(list.get(0).event() instanceof Event.Asked asked)) {
      throw new AgentException(
          AgentErrors.JOURNAL_CORRUPT,
          "an investigation begins with a question",
          "restore the database from a copy");
    }
    InvestigationFold fold = new InvestigationFold(list.get(0), asked);
    list.subList(1, list.size()).forEach(fold::apply);
    return fold.investigation();
  }

  private Investigation investigation() {
    return new Investigation(
        id,
        asked.question(),
        asked.by(),
        asked.planner(),
        last.sequence(),
        last.hash(),
        createdAt,
        last.at(),
        state(),
        reason(),
        turns,
        plans,
        List.copyOf(gates.values()),
        List.copyOf(calls.values()),
        refusals,
        conclusions,
        usage);
  }

  private InvestigationState state() {
    if (end.isPresent()) {
      return end.get();
    }
    if (anyOpenGate()) {
      return InvestigationState.AWAITING_APPROVAL;
    }
    boolean callRuns = calls.values().stream().anyMatch(c -> c.status() == CallStatus.RUNNING);
    boolean approved =
        gates.values().stream().anyMatch(gate -> gate.status() == GateStatus.APPROVED);
    return callRuns || approved || planUnderWay()
        ? InvestigationState.RUNNING
        : InvestigationState.PLANNING;
  }

  /** Whether the plan of the planner's last reply has begun and has steps left. */
  private boolean planUnderWay() {
    if (plans.isEmpty() || !(turns.get(turns.size() - 1) instanceof Turn.Planner reply)) {
      return false;
    }
    PlanRevision plan = plans.get(plans.size() - 1);
    boolean proposedNow =
        reply.requests().stream().anyMatch(request -> request.id().equals(plan.request()));
    long begun =
        calls.values().stream()
            .filter(call -> call.step().filter(key -> key.revision() == plan.number()).isPresent())
            .count();
    return proposedNow && begun > 0 && begun < plan.plan().steps().size();
  }

  private String reason() {
    if (end.isPresent()) {
      return endReason;
    }
    return gates.values().stream()
        .filter(gate -> gate.status() == GateStatus.OPEN)
        .findFirst()
        .map(
            gate ->
                gate.kind() == GateKind.PLAN
                    ? "the plan waits for approval"
                    : "a call of " + gate.tool().orElse("a tool") + " waits for approval")
        .orElse("");
  }

  private boolean anyOpenGate() {
    return gates.values().stream().anyMatch(gate -> gate.status() == GateStatus.OPEN);
  }

  private void apply(JournalEntry entry) {
    countTime(entry.at());
    last = entry;
    Event event = entry.event();
    if (event instanceof Event.Asked) {
      throw new AgentException(
          AgentErrors.JOURNAL_CORRUPT, "a second beginning", "restore the database from a copy");
    } else if (event instanceof Event.MessageAdded message) {
      turns.add(new Turn.User(message.text()));
      usage = Usage.NONE;
      closeGates();
      end = Optional.empty();
      endReason = "";
    } else if (event instanceof Event.PlannerReplied reply) {
      turns.add(new Turn.Planner(reply.text(), reply.requests()));
      usage =
          new Usage(
              usage.rounds() + 1,
              usage.calls(),
              usage.tokens() + reply.inputTokens() + reply.outputTokens(),
              usage.active());
    } else if (event instanceof Event.PlanProposed proposed) {
      plan(proposed.revision(), proposed.request(), proposed.plan(), proposed.argumentsHash(), "");
    } else if (event instanceof Event.PlanRevised revised) {
      plan(
          revised.revision(),
          revised.request(),
          revised.plan(),
          revised.argumentsHash(),
          revised.why());
    } else if (event instanceof Event.CallRefused refused) {
      refusals.add(
          new Refusal(
              refused.request(),
              refused.step(),
              refused.name(),
              new CallError(refused.code(), refused.message(), refused.whatToDo())));
    } else {
      applyToGates(entry.at(), event);
      applyToCalls(entry.at(), event);
      applyEnd(event);
    }
  }

  private void countTime(Instant at) {
    Duration gap = Duration.between(last.at(), at);
    boolean counts =
        end.isEmpty() && !anyOpenGate() && !gap.isNegative() && gap.compareTo(LONGEST_SILENCE) <= 0;
    if (counts) {
      usage = new Usage(usage.rounds(), usage.calls(), usage.tokens(), usage.active().plus(gap));
    }
  }

  private void plan(int revision, String request, Plan plan, String hash, String why) {
    plans.add(new PlanRevision(revision, request, plan, hash, why));
  }

  private void applyToGates(Instant at, Event event) {
    if (event instanceof Event.GateOpened opened) {
      gates.put(opened.gate(), gate(at, opened));
    } else if (event instanceof Event.ApprovalGiven given) {
      gates.computeIfPresent(given.gate(), (key, gate) -> approved(gate, at, given));
    } else if (event instanceof Event.ApprovalDenied denied) {
      gates.computeIfPresent(denied.gate(), (key, gate) -> denied(gate, at, denied));
    } else if (event instanceof Event.ApprovalExpired expired) {
      gates.computeIfPresent(
          expired.gate(), (key, gate) -> waiting(gate) ? gate.with(GateStatus.EXPIRED) : gate);
    } else if (event instanceof Event.CallStarted started) {
      started
          .gate()
          .ifPresent(
              name ->
                  gates.computeIfPresent(
                      name,
                      (key, gate) ->
                          gate.status() == GateStatus.APPROVED
                              ? gate.with(GateStatus.USED)
                              : gate));
    }
  }

  private static boolean waiting(Gate gate) {
    return gate.status() == GateStatus.OPEN || gate.status() == GateStatus.APPROVED;
  }

  /** An approval counts only for an open gate, its exact arguments, and in time. */
  private static Gate approved(Gate gate, Instant at, Event.ApprovalGiven given) {
    boolean counts =
        gate.status() == GateStatus.OPEN
            && gate.argumentsHash().equals(given.argumentsHash())
            && at.isBefore(gate.expiresAt());
    return counts
        ? gate.decided(
            GateStatus.APPROVED,
            given.by(),
            given.reason(),
            at,
            Optional.of(given.until()),
            given.budget())
        : gate;
  }

  /** A denial counts always: against an approval not used yet, the two are at odds. */
  private static Gate denied(Gate gate, Instant at, Event.ApprovalDenied denied) {
    return switch (gate.status()) {
      case OPEN -> gate.opposed(denied.by(), denied.reason(), at);
      case APPROVED ->
          gate.opposed(
              denied.by(),
              "approved by "
                  + gate.approver().orElse("somebody")
                  + ", but denied: "
                  + denied.reason(),
              at);
      case DENIED, EXPIRED, USED -> gate;
    };
  }

  private static Gate gate(Instant at, Event.GateOpened opened) {
    return new Gate(
        opened.gate(),
        opened.kind(),
        opened.request(),
        opened.step(),
        opened.tool(),
        opened.effect(),
        opened.arguments(),
        opened.argumentsHash(),
        opened.why(),
        GateStatus.OPEN,
        Optional.empty(),
        Optional.empty(),
        at,
        opened.expiresAt(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private void applyToCalls(Instant at, Event event) {
    if (event instanceof Event.CallStarted started) {
      calls.put(started.call(), call(at, started));
      usage = new Usage(usage.rounds(), usage.calls() + 1, usage.tokens(), usage.active());
    } else if (event instanceof Event.CallSucceeded done) {
      calls.computeIfPresent(
          done.call(),
          (key, call) ->
              call.finished(
                  CallStatus.SUCCEEDED, Optional.of(done.result()), Optional.empty(), at));
    } else if (event instanceof Event.CallFailed failed) {
      CallError error = new CallError(failed.code(), failed.message(), failed.whatToDo());
      calls.computeIfPresent(
          failed.call(),
          (key, call) ->
              call.finished(CallStatus.FAILED, Optional.empty(), Optional.of(error), at));
    }
  }

  private static Call call(Instant at, Event.CallStarted started) {
    return new Call(
        started.call(),
        started.request(),
        started.step(),
        started.gate(),
        started.tool(),
        started.effect(),
        started.arguments(),
        started.argumentsHash(),
        started.why(),
        CallStatus.RUNNING,
        Optional.empty(),
        Optional.empty(),
        at,
        Optional.empty());
  }

  private void applyEnd(Event event) {
    if (event instanceof Event.Concluded concluded) {
      conclusions.add(new Conclusion(concluded.request(), concluded.answer(), calls.size()));
      end(InvestigationState.CONCLUDED, "");
    } else if (event instanceof Event.Stopped stopped) {
      end(InvestigationState.STOPPED, stopped.reason());
    } else if (event instanceof Event.Failed failed) {
      end(InvestigationState.FAILED, failed.message() + "; " + failed.whatToDo());
    } else if (event instanceof Event.Cancelled cancelled) {
      end(InvestigationState.CANCELLED, "cancelled by " + cancelled.by());
    }
  }

  private void end(InvestigationState state, String reason) {
    end = Optional.of(state);
    endReason = reason;
    closeGates();
  }

  private void closeGates() {
    gates.replaceAll((key, gate) -> waiting(gate) ? gate.with(GateStatus.EXPIRED) : gate);
  }
}
