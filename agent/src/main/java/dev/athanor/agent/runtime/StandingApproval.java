package dev.athanor.agent.runtime;

import dev.athanor.agent.investigation.Budget;
import dev.athanor.agent.investigation.Call;
import dev.athanor.agent.investigation.Gate;
import dev.athanor.agent.investigation.Investigation;
import dev.athanor.tools.Effect;
import java.util.List;
import java.util.Optional;

/** An approval given in advance, within a stated budget; never of anything that is released. */
final class StandingApproval {
  private StandingApproval() {}

  /** What is left of the budget after the computing so far. */
  static Budget left(Investigation state, Budget budget) {
    List<Call> spent =
        state.calls().stream().filter(call -> call.effect() == Effect.COMPUTE).toList();
    long seconds = spent.stream().mapToLong(call -> call.duration().toSeconds()).sum();
    return new Budget(
        Math.max(0, budget.calls() - spent.size()), Math.max(0, budget.seconds() - seconds));
  }

  static GateAnswer answer(Gate gate, String who, Budget budget, Budget left) {
    if (gate.effect() == Effect.RELEASE && gate.tool().isPresent()) {
      throw new IllegalArgumentException("a release is never approved in advance");
    }
    return new GateAnswer(
        gate.id(),
        gate.argumentsHash(),
        GateAnswer.Decision.APPROVE,
        "approved in advance for " + budget.inWords() + "; left: " + left.inWords(),
        who,
        Optional.of(left));
  }
}
