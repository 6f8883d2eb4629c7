package dev.athanor.agent.investigation;

import dev.athanor.agent.AgentErrors;
import dev.athanor.agent.AgentException;
import dev.athanor.agent.json.AgentJson;
import dev.athanor.agent.json.CanonicalJson;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ordered steps towards a goal.
 *
 * @param goal what the steps are for, one sentence
 * @param steps in the order in which they run; a step may wait only for earlier ones
 */
public record Plan(String goal, List<PlanStep> steps) {
  /** More steps than this are no plan that a person can judge. */
  public static final int MAX_STEPS = 40;

  /** Checks what a language model may have written. */
  public Plan(@Nullable String goal, @Nullable List<PlanStep> steps) {
    this.goal = goal == null ? "" : goal;
    this.steps = steps == null ? List.of() : List.copyOf(steps);
    if (this.steps.isEmpty() || this.steps.size() > MAX_STEPS) {
      throw new AgentException(
          AgentErrors.BAD_REQUEST,
          "a plan has 1 to " + MAX_STEPS + " steps, not " + this.steps.size(),
          "propose fewer or more steps");
    }
    Set<String> seen = new HashSet<>();
    for (PlanStep step : this.steps) {
      if (!seen.containsAll(step.waitsFor())) {
        throw new AgentException(
            AgentErrors.BAD_REQUEST,
            "step " + step.id() + " waits for a step that does not come before it",
            "order the steps so that each waits only for earlier ones");
      }
      if (!seen.add(step.id())) {
        throw new AgentException(
            AgentErrors.BAD_REQUEST,
            "two steps are called " + step.id(),
            "give every step its own id");
      }
    }
  }

  /** The step of this id. */
  public Optional<PlanStep> step(String id) {
    return steps.stream().filter(step -> step.id().equals(id)).findFirst();
  }

  /** SHA-256 of the exact plan in canonical JSON: what an approval names. */
  public String hash() {
    return CanonicalJson.hash(AgentJson.tree(this));
  }
}
