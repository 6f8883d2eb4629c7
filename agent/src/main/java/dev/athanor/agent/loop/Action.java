package dev.athanor.agent.loop;

import dev.athanor.agent.investigation.Call;
import dev.athanor.agent.investigation.Event;

/** What is to be done next. */
public sealed interface Action {
  /** Append this event; nothing outside changes. */
  record Note(Event event) implements Action {}

  /** Append this start of a call; the next decision will be to run it. */
  record Start(Event.CallStarted event) implements Action {}

  /** Run a call that the journal holds as started. */
  record Run(Call call) implements Action {}

  /** Ask the planner. */
  record AskPlanner() implements Action {}

  /** Nothing until a person answers a gate. */
  record AwaitPerson() implements Action {}

  /** Nothing any more. */
  record Finished() implements Action {}
}
