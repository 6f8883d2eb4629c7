package dev.athanor.agent.investigation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.tools.Effect;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One thing that happened to an investigation; appended to the journal and never changed. New kinds
 * may be added and fields may be added as {@code Optional}; existing ones keep their meaning.
 */
public sealed interface Event {
  /** The kind, as it is journaled. */
  default String type() {
    return getClass().getSimpleName();
  }

  /** A question was asked. */
  record Asked(String question, String by, String planner) implements Event {}

  /** A person said something more. */
  record MessageAdded(String text, String by) implements Event {}

  /** The planner replied: words, requests, or both. */
  record PlannerReplied(
      int round, String text, List<PlannerRequest> requests, long inputTokens, long outputTokens)
      implements Event {
    public PlannerReplied {
      requests = List.copyOf(requests);
    }
  }

  /** The planner proposed the first plan. */
  record PlanProposed(int revision, String request, Plan plan, String argumentsHash)
      implements Event {}

  /** The planner replaced its plan. */
  record PlanRevised(int revision, String request, Plan plan, String argumentsHash, String why)
      implements Event {}

  /** A gate was opened: somebody must answer before something runs. */
  record GateOpened(
      String gate,
      GateKind kind,
      String request,
      Optional<StepKey> step,
      Optional<String> tool,
      Effect effect,
      JsonNode arguments,
      String argumentsHash,
      String why,
      Instant expiresAt)
      implements Event {}

  /** A person approved what a gate asks for. */
  record ApprovalGiven(
      String gate,
      String argumentsHash,
      String by,
      String reason,
      Instant until,
      Optional<Budget> budget)
      implements Event {}

  /** A person denied what a gate asks for. */
  record ApprovalDenied(String gate, String argumentsHash, String by, String reason)
      implements Event {}

  /** Nobody answered in time, or an approval was not used in time. */
  record ApprovalExpired(String gate) implements Event {}

  /** A call is about to run. */
  record CallStarted(
      String call,
      String request,
      Optional<StepKey> step,
      Optional<String> gate,
      String tool,
      Effect effect,
      JsonNode arguments,
      String argumentsHash,
      String why)
      implements Event {}

  /** A call gave a result. */
  record CallSucceeded(String call, JsonNode result) implements Event {}

  /** A call gave an error. */
  record CallFailed(String call, String code, String message, String whatToDo, boolean retryHelps)
      implements Event {}

  /** A request or a step was refused before it became a call. */
  record CallRefused(
      String request,
      Optional<StepKey> step,
      String name,
      String code,
      String message,
      String whatToDo)
      implements Event {}

  /** The planner concluded; citations in the answer are {@code [[call/pointer]]}. */
  record Concluded(String request, String answer) implements Event {}

  /** A bound was reached. */
  record Stopped(String code, String reason) implements Event {}

  /** The planner failed for good. */
  record Failed(String code, String message, String whatToDo, boolean retryHelps)
      implements Event {}

  /** A person cancelled. */
  record Cancelled(String by, String reason) implements Event {}
}
