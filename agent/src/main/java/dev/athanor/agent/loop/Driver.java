package dev.athanor.agent.loop;

import dev.athanor.agent.AgentErrors;
import dev.athanor.agent.AgentException;
import dev.athanor.agent.investigation.Event;
import dev.athanor.agent.investigation.Investigation;
import dev.athanor.agent.investigation.InvestigationState;
import dev.athanor.agent.investigation.JournalEntry;
import dev.athanor.agent.journal.Journal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Carries an investigation forward, one decision at a time, until it waits for a person or ends.
 * Holds no state of its own: everything it knows comes from the journal.
 */
public final class Driver {
  private final Journal journal;
  private final Decider decider;
  private final ToolRunner tools;
  private final Planner planner;
  private final Clock clock;

  /** A driver of these parts. */
  public Driver(Journal journal, Decider decider, ToolRunner tools, Planner planner, Clock clock) {
    this.journal = journal;
    this.decider = decider;
    this.tools = tools;
    this.planner = planner;
    this.clock = clock;
  }

  /**
   * Drives until a person is needed, the end, or {@code mayGoOn} says no.
   *
   * @param mayGoOn asked before every step and during calls: whether the lease is still held
   * @return the state reached
   */
  public Investigation drive(String id, LoopListener listener, BooleanSupplier mayGoOn) {
    List<JournalEntry> entries = new ArrayList<>(journal.read(id, 0));
    Investigation state = Investigation.of(entries);
    while (mayGoOn.getAsBoolean()) {
      Action action = decider.next(state, clock.instant());
      if (action instanceof Action.AwaitPerson || action instanceof Action.Finished) {
        return state;
      }
      Event event = event(state, action, listener, mayGoOn);
      state = append(entries, state, event, listener);
    }
    return state;
  }

  private Event event(
      Investigation state, Action action, LoopListener listener, BooleanSupplier mayGoOn) {
    if (action instanceof Action.Note simple) {
      return simple.event();
    }
    if (action instanceof Action.Start start) {
      return start.event();
    }
    if (action instanceof Action.Run run) {
      return tools.run(
          state.id(), run.call(), listener, () -> !mayGoOn.getAsBoolean() || ended(state));
    }
    return planner.reply(state);
  }

  /** Whether somebody ended the investigation since this state. */
  private boolean ended(Investigation state) {
    return journal.head(state.id()) > state.head()
        && Investigation.of(journal.read(state.id(), 0)).state().terminal();
  }

  /**
   * Appends if nothing else happened in between. If something did, a decision is dropped and made
   * again, while work that was done (a result, a reply) is kept unless the end came first.
   */
  private Investigation append(
      List<JournalEntry> entries, Investigation seen, Event event, LoopListener listener) {
    Investigation state = seen;
    while (true) {
      try {
        JournalEntry entry =
            journal.append(
                state.id(),
                new Journal.Position(state.head(), state.headHash()),
                clock.instant(),
                event);
        return told(entries, List.of(entry), listener);
      } catch (AgentException e) {
        if (e.code() != AgentErrors.JOURNAL_CONFLICT) {
          throw e;
        }
        state = told(entries, journal.read(state.id(), state.head()), listener);
        if (!isWork(event) || state.state() == InvestigationState.CANCELLED) {
          return state;
        }
      }
    }
  }

  private static boolean isWork(Event event) {
    return event instanceof Event.CallSucceeded
        || event instanceof Event.CallFailed
        || event instanceof Event.PlannerReplied;
  }

  private static Investigation told(
      List<JournalEntry> entries, List<JournalEntry> fresh, LoopListener listener) {
    Investigation state = Investigation.of(entries);
    for (JournalEntry entry : fresh) {
      entries.add(entry);
      state = Investigation.of(entries);
      listener.happened(entry, state);
    }
    return state;
  }
}
