package dev.athanor.agent.runtime;

import dev.athanor.agent.AgentErrors;
import dev.athanor.agent.AgentException;
import dev.athanor.agent.investigation.Budget;
import dev.athanor.agent.investigation.Event;
import dev.athanor.agent.investigation.Gate;
import dev.athanor.agent.investigation.GateKind;
import dev.athanor.agent.investigation.GateStatus;
import dev.athanor.agent.investigation.Investigation;
import dev.athanor.agent.investigation.InvestigationState;
import dev.athanor.agent.investigation.JournalEntry;
import dev.athanor.agent.journal.Journal;
import dev.athanor.agent.journal.Verification;
import dev.athanor.agent.loop.LoopListener;
import dev.athanor.tools.Effect;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What can be done with investigations; the one door for command line and REST. */
public final class Investigations {
  /** A question longer than this is no question. */
  public static final int LONGEST_TEXT = 20_000;

  private static final int ATTEMPTS = 20;

  private final Journal journal;
  private final Driving driving;
  private final Clock clock;
  private final Duration approvalHoldsFor;
  private final String planner;
  private final Map<String, Investigation> cache = new ConcurrentHashMap<>();

  Investigations(
      Journal journal, Driving driving, Clock clock, Duration approvalHoldsFor, String planner) {
    this.journal = journal;
    this.driving = driving;
    this.clock = clock;
    this.approvalHoldsFor = approvalHoldsFor;
    this.planner = planner;
  }

  /** Begins an investigation; nothing runs yet. */
  public Investigation ask(String question, String who) {
    String text = text(question);
    Instant now = clock.instant();
    String id = Identifiers.next(now);
    journal.append(id, Journal.Position.START, now, new Event.Asked(text, who, planner));
    return get(id);
  }

  /**
   * Drives until a person is needed or the end; if another process drives it already, follows that
   * one and returns when it stops.
   */
  public Investigation drive(String id, LoopListener listener) {
    return driving.drive(get(id).id(), listener);
  }

  /**
   * Drives, approving plans and calls of effect COMPUTE in this person's name within the budget,
   * each journaled as such. Calls of effect RELEASE are never approved here.
   */
  public Investigation driveApproving(String id, String who, Budget budget, LoopListener listener) {
    Investigation state = drive(id, listener);
    while (state.state() == InvestigationState.AWAITING_APPROVAL) {
      Optional<Gate> next =
          state.openGates().stream()
              .filter(gate -> gate.kind() == GateKind.PLAN || gate.effect() == Effect.COMPUTE)
              .findFirst();
      Budget left = StandingApproval.left(state, budget);
      if (next.isEmpty() || left.calls() == 0 || left.seconds() == 0) {
        return state;
      }
      answer(id, StandingApproval.answer(next.get(), who, budget, left));
      state = drive(id, listener);
    }
    return state;
  }

  /**
   * Journals a person's answer to a gate.
   *
   * @throws AgentException {@code NOT_FOUND}, {@code GATE_NOT_OPEN}, {@code HASH_MISMATCH} or
   *     {@code GATE_EXPIRED}; then nothing was journaled
   */
  public Investigation answer(String id, GateAnswer answer) {
    return append(id, (state, now) -> event(state, answer, now));
  }

  private Event event(Investigation state, GateAnswer answer, Instant now) {
    Gate gate =
        state
            .gate(answer.gate())
            .orElseThrow(
                () ->
                    new AgentException(
                        AgentErrors.NOT_FOUND,
                        "there is no gate " + answer.gate(),
                        "look at the investigation again"));
    boolean approve = answer.decision() == GateAnswer.Decision.APPROVE;
    boolean opposes = !approve && gate.status() == GateStatus.APPROVED;
    if (gate.status() != GateStatus.OPEN && !opposes) {
      throw new AgentException(
          AgentErrors.GATE_NOT_OPEN,
          "gate " + gate.id() + " is " + gate.status() + " already",
          "look at the investigation again");
    }
    if (!gate.argumentsHash().equals(answer.argumentsHash())) {
      throw new AgentException(
          AgentErrors.HASH_MISMATCH,
          "the answer is about other arguments than those of gate " + gate.id(),
          "look at the arguments again and answer with their hash");
    }
    if (!now.isBefore(gate.expiresAt())) {
      throw new AgentException(
          AgentErrors.GATE_EXPIRED,
          "gate " + gate.id() + " expired at " + gate.expiresAt(),
          "ask again");
    }
    if (answer.by().isBlank()) {
      throw new AgentException(
          AgentErrors.BAD_REQUEST, "an answer needs a name", "say who approves or denies");
    }
    return approve
        ? new Event.ApprovalGiven(
            gate.id(),
            gate.argumentsHash(),
            answer.by(),
            answer.reason(),
            now.plus(approvalHoldsFor),
            gate.kind() == GateKind.PLAN ? answer.budget() : Optional.empty())
        : new Event.ApprovalDenied(gate.id(), gate.argumentsHash(), answer.by(), answer.reason());
  }

  /**
   * Adds what a person says; open gates lapse and the planner is asked again.
   *
   * @throws AgentException {@code WRONG_STATE} while it runs
   */
  public Investigation say(String id, String text, String who) {
    String checked = text(text);
    return append(
        id,
        (state, now) -> {
          if (state.state() == InvestigationState.RUNNING
              || state.state() == InvestigationState.PLANNING) {
            throw new AgentException(
                AgentErrors.WRONG_STATE,
                "the investigation is at work",
                "wait until it stops, or cancel it");
          }
          return new Event.MessageAdded(checked, who);
        });
  }

  /**
   * Cancels; a running call is told to stop.
   *
   * @throws AgentException {@code WRONG_STATE} if it has ended already
   */
  public Investigation cancel(String id, String who, String reason) {
    return append(
        id,
        (state, now) -> {
          if (state.state().terminal()) {
            throw new AgentException(
                AgentErrors.WRONG_STATE, "the investigation has ended already", "ask a new one");
          }
          return new Event.Cancelled(who, reason);
        });
  }

  /**
   * The state now.
   *
   * @param id identifier, or a beginning of it that only one investigation has
   * @throws AgentException {@code NOT_FOUND}
   */
  public Investigation get(String id) {
    long head = id.isBlank() ? 0 : journal.head(id);
    if (head == 0) {
      return get(fullId(id));
    }
    Investigation known = cache.get(id);
    if (known != null && known.head() == head) {
      return known;
    }
    Investigation state = Investigation.of(journal.read(id, 0));
    cache.put(id, state);
    return state;
  }

  private String fullId(String prefix) {
    List<String> found =
        journal.investigations().stream()
            .filter(id -> !prefix.isBlank() && id.startsWith(prefix) && !id.equals(prefix))
            .limit(2)
            .toList();
    if (found.size() != 1) {
      throw new AgentException(
          AgentErrors.NOT_FOUND,
          "there is no investigation " + prefix,
          "list the investigations and use an identifier from there");
    }
    return found.get(0);
  }

  /** All investigations, newest first. */
  public List<Investigation> list() {
    return journal.investigations().stream().map(this::get).toList();
  }

  /** The entries of the journal after a sequence number. */
  public List<JournalEntry> events(String id, long after) {
    return journal.read(get(id).id(), after);
  }

  /** Checks the chain of hashes. */
  public Verification verify(String id) {
    return journal.verify(id);
  }

  /** How far a running call is, if it runs in this process. */
  public Optional<LoopListener.Progress> progress(String id, String call) {
    return driving.progress(id, call);
  }

  /** Drives in the background, if it is not driven already. */
  public void driveInBackground(String id) {
    driving.inBackground(id);
  }

  /** From now on, drives whatever can go on, as it comes up; for the server. */
  public void driveAllInBackground() {
    driving.watch(() -> list().stream().filter(this::canGoOn).map(Investigation::id).toList());
  }

  private boolean canGoOn(Investigation state) {
    boolean expired =
        state.openGates().stream().anyMatch(gate -> !clock.instant().isBefore(gate.expiresAt()));
    return switch (state.state()) {
      case PLANNING, RUNNING -> true;
      case AWAITING_APPROVAL -> expired;
      case CONCLUDED, STOPPED, CANCELLED, FAILED -> false;
    };
  }

  @FunctionalInterface
  private interface Saying {
    Event event(Investigation state, Instant now);
  }

  private Investigation append(String given, Saying saying) {
    String id = get(given).id();
    for (int attempt = 1; ; attempt++) {
      Investigation state = get(id);
      Instant now = clock.instant();
      Event event = saying.event(state, now);
      try {
        journal.append(id, new Journal.Position(state.head(), state.headHash()), now, event);
        return get(id);
      } catch (AgentException e) {
        if (e.code() != AgentErrors.JOURNAL_CONFLICT || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static String text(String given) {
    String text = given.strip();
    if (text.isEmpty() || text.length() > LONGEST_TEXT) {
      throw new AgentException(
          AgentErrors.BAD_REQUEST,
          "a question has 1 to " + LONGEST_TEXT + " characters",
          "say in a few sentences what you look for");
    }
    return text;
  }
}
