package dev.athanor.agent.investigation;

import java.util.Optional;

/** Where a step of a plan stands. */
public enum StepStatus {
  /** Not started. */
  PENDING,
  /** Its call runs. */
  RUNNING,
  /** Its call gave a result. */
  DONE,
  /** Its call gave an error, or it was refused, or its gate was denied. */
  FAILED,
  /** A step that it waits for did not succeed, or the plan was denied or replaced. */
  SKIPPED;

  static StepStatus of(Investigation state, PlanRevision revision, PlanStep step) {
    StepKey key = new StepKey(revision.number(), step.id());
    Optional<Call> call = state.callFor(key);
    if (call.isPresent()) {
      return switch (call.get().status()) {
        case RUNNING -> RUNNING;
        case SUCCEEDED -> DONE;
        case FAILED -> FAILED;
      };
    }
    if (state.refusalFor(revision.request(), Optional.of(key)).isPresent()
        || closed(state, revision, Optional.of(key))) {
      return FAILED;
    }
    boolean over =
        state.plans().indexOf(revision) < state.plans().size() - 1
            || closed(state, revision, Optional.empty())
            || state.state().terminal();
    return over || waitsInVain(state, revision, step) ? SKIPPED : PENDING;
  }

  private static boolean waitsInVain(Investigation state, PlanRevision revision, PlanStep step) {
    return step.waitsFor().stream()
        .flatMap(id -> revision.plan().step(id).stream())
        .map(before -> of(state, revision, before))
        .anyMatch(status -> status == FAILED || status == SKIPPED);
  }

  private static boolean closed(
      Investigation state, PlanRevision revision, Optional<StepKey> step) {
    return state
        .gateFor(revision.request(), step)
        .filter(gate -> gate.status() == GateStatus.DENIED || gate.status() == GateStatus.EXPIRED)
        .isPresent();
  }
}
