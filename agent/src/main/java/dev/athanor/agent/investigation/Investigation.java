package dev.athanor.agent.investigation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One question and all that happened to it: the fold of its events and nothing else.
 *
 * @param id identifier
 * @param question the first question
 * @param askedBy who asked
 * @param planner which planner was in charge when it was asked
 * @param head sequence of the last event
 * @param headHash hash of the last event
 * @param createdAt time of the first event
 * @param updatedAt time of the last event
 * @param state where it stands
 * @param stateReason why, in words; empty where the state says it all
 * @param turns the conversation
 * @param plans every revision of the plan
 * @param gates every gate
 * @param calls every call
 * @param refusals requests that never became calls
 * @param conclusions every answer
 * @param usage what was spent since a person last said something
 */
public record Investigation(
    String id,
    String question,
    String askedBy,
    String planner,
    long head,
    String headHash,
    Instant createdAt,
    Instant updatedAt,
    InvestigationState state,
    String stateReason,
    List<Turn> turns,
    List<PlanRevision> plans,
    List<Gate> gates,
    List<Call> calls,
    List<Refusal> refusals,
    List<Conclusion> conclusions,
    Usage usage) {
  public Investigation {
    turns = List.copyOf(turns);
    plans = List.copyOf(plans);
    gates = List.copyOf(gates);
    calls = List.copyOf(calls);
    refusals = List.copyOf(refusals);
    conclusions = List.copyOf(conclusions);
  }

  /**
   * The state after these events.
   *
   * @throws dev.athanor.agent.AgentException {@code JOURNAL_CORRUPT} if the first is no {@code
   *     Asked}
   */
  public static Investigation of(Collection<JournalEntry> entries) {
    return InvestigationFold.of(entries);
  }

  /** The plan in force: the last one proposed. */
  public Optional<PlanRevision> plan() {
    return plans.isEmpty() ? Optional.empty() : Optional.of(plans.get(plans.size() - 1));
  }

  /** The gate of this id. */
  public Optional<Gate> gate(String gateId) {
    return gates.stream().filter(gate -> gate.id().equals(gateId)).findFirst();
  }

  /** The gates that wait for a person. */
  public List<Gate> openGates() {
    return gates.stream().filter(gate -> gate.status() == GateStatus.OPEN).toList();
  }

  /** The last gate that this request (and step) led to. */
  public Optional<Gate> gateFor(String request, Optional<StepKey> step) {
    return gates.stream()
        .filter(gate -> gate.request().equals(request) && gate.step().equals(step))
        .reduce((first, second) -> second);
  }

  /** The call of this id. */
  public Optional<Call> call(String callId) {
    return calls.stream().filter(call -> call.id().equals(callId)).findFirst();
  }

  /** The call that this request led to directly, not through a step of a plan. */
  public Optional<Call> callFor(String request) {
    return calls.stream()
        .filter(call -> call.request().equals(request) && call.step().isEmpty())
        .findFirst();
  }

  /** The call that carries out a step. */
  public Optional<Call> callFor(StepKey step) {
    return calls.stream().filter(call -> call.step().equals(Optional.of(step))).findFirst();
  }

  /** The refusal of a request (and step). */
  public Optional<Refusal> refusalFor(String request, Optional<StepKey> step) {
    return refusals.stream()
        .filter(refusal -> refusal.request().equals(request) && refusal.step().equals(step))
        .findFirst();
  }

  /** The newest successful call that carried out a step of this id in any revision. */
  public Optional<Call> newestResultOf(String stepId) {
    return calls.stream()
        .filter(call -> call.status() == CallStatus.SUCCEEDED)
        .filter(call -> call.step().filter(key -> key.step().equals(stepId)).isPresent())
        .reduce((first, second) -> second);
  }

  /** The plan that a request proposed. */
  public Optional<PlanRevision> planOf(String request) {
    return plans.stream().filter(plan -> plan.request().equals(request)).findFirst();
  }

  /** Where a step of a revision stands. */
  public StepStatus stepStatus(PlanRevision revision, PlanStep step) {
    return StepStatus.of(this, revision, step);
  }
}
