package dev.athanor.agent.investigation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.tools.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One run of a tool.
 *
 * @param id as in {@code c1}, unique in the investigation
 * @param request the planner's request that led here
 * @param step the step of the plan that it carries out
 * @param gate the gate whose approval it uses
 * @param tool the tool
 * @param effect what it does to the world
 * @param arguments exact arguments in canonical form
 * @param argumentsHash SHA-256 of their canonical JSON
 * @param why one sentence
 * @param status where it stands
 * @param result what it gave
 * @param error why it gave nothing
 * @param startedAt when it was journaled as started
 * @param finishedAt when its result was journaled
 */
public record Call(
    String id,
    String request,
    Optional<StepKey> step,
    Optional<String> gate,
    String tool,
    Effect effect,
    JsonNode arguments,
    String argumentsHash,
    String why,
    CallStatus status,
    Optional<JsonNode> result,
    Optional<CallError> error,
    Instant startedAt,
    Optional<Instant> finishedAt) {

  /** Running time so far as the journal knows it; zero while it runs. */
  public Duration duration() {
    return finishedAt.map(end -> Duration.between(startedAt, end)).orElse(Duration.ZERO);
  }

  Call finished(
      CallStatus outcome, Optional<JsonNode> value, Optional<CallError> failure, Instant at) {
    return new Call(
        id,
        request,
        step,
        gate,
        tool,
        effect,
        arguments,
        argumentsHash,
        why,
        outcome,
        value,
        failure,
        startedAt,
        Optional.of(at));
  }
}
