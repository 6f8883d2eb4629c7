package dev.athanor.agent.investigation;

import java.util.List;

/** One utterance in the conversation of person and planner. */
public sealed interface Turn {
  /** What a person said. */
  record User(String text) implements Turn {}

  /** What the planner said and asked for. */
  record Planner(String text, List<PlannerRequest> requests) implements Turn {
    public Planner {
      requests = List.copyOf(requests);
    }
  }
}
