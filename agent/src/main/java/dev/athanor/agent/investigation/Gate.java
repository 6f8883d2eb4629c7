package dev.athanor.agent.investigation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.tools.Effect;
import java.time.Instant;
import java.util.Optional;

/**
 * Where an approval is needed.
 *
 * @param id as in {@code g1}
 * @param kind a plan or a call
 * @param request the planner's request that led here
 * @param step the step of the plan that led here, for a call of a plan
 * @param tool the tool, for a call
 * @param effect the strongest effect that is asked for
 * @param arguments the exact arguments, or the exact plan
 * @param argumentsHash SHA-256 of their canonical JSON
 * @param why why the gate stands here
 * @param status where it stands
 * @param approver who answered
 * @param reason what they said
 * @param askedAt when it was opened
 * @param expiresAt when an answer comes too late
 * @param decidedAt when it was answered
 * @param until when an approval not used yet lapses
 * @param budget how much computing an approved plan may use
 */
public record Gate(
    String id,
    GateKind kind,
    String request,
    Optional<StepKey> step,
    Optional<String> tool,
    Effect effect,
    JsonNode arguments,
    String argumentsHash,
    String why,
    GateStatus status,
    Optional<String> approver,
    Optional<String> reason,
    Instant askedAt,
    Instant expiresAt,
    Optional<Instant> decidedAt,
    Optional<Instant> until,
    Optional<Budget> budget) {

  /** Whether the approval, if there is one, still holds at this time. */
  public boolean holdsAt(Instant now) {
    return until.isPresent() && now.isBefore(until.get());
  }

  Gate opposed(String by, String why, Instant at) {
    return decided(GateStatus.DENIED, by, why, at, Optional.empty(), Optional.empty());
  }

  Gate with(GateStatus changed) {
    return new Gate(
        id,
        kind,
        request,
        step,
        tool,
        effect,
        arguments,
        argumentsHash,
        why,
        changed,
        approver,
        reason,
        askedAt,
        expiresAt,
        decidedAt,
        until,
        budget);
  }

  Gate decided(
      GateStatus answer,
      String by,
      String said,
      Instant at,
      Optional<Instant> holdsUntil,
      Optional<Budget> allowed) {
    return new Gate(
        id,
        kind,
        request,
        step,
        tool,
        effect,
        arguments,
        argumentsHash,
        why,
        answer,
        Optional.of(by),
        Optional.of(said),
        askedAt,
        expiresAt,
        Optional.of(at),
        holdsUntil,
        allowed);
  }
}
