package dev.athanor.agent.loop;

import dev.athanor.agent.investigation.Event;
import dev.athanor.agent.investigation.Investigation;

/** Who is asked what to do next. */
@FunctionalInterface
public interface Planner {
  /**
   * The planner's reply to the state, or its failure: {@link Event.PlannerReplied} or {@link
   * Event.Failed}.
   */
  Event reply(Investigation state);
}
