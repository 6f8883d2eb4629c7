package dev.athanor.agent.journal;

import dev.athanor.agent.investigation.Event;
import dev.athanor.agent.investigation.JournalEntry;
import java.time.Instant;
import java.util.List;

/** Events of every investigation, appended and never changed; each names the hash before it. */
public interface Journal {
  /**
   * Appends one event.
   *
   * @param investigation whose
   * @param after the entry that the writer saw last; sequence 0 and {@link JournalEntry#NO_HASH}
   *     for the first
   * @param at when
   * @param event what
   * @throws dev.athanor.agent.AgentException {@code JOURNAL_CONFLICT} if another entry came after
   *     that one, {@code DATABASE_UNAVAILABLE} if it cannot be written
   */
  JournalEntry append(String investigation, Position after, Instant at, Event event);

  /**
   * The entries after a sequence number, in order, each checked against its hash and the one
   * before.
   *
   * @throws dev.athanor.agent.AgentException {@code JOURNAL_CORRUPT}
   */
  List<JournalEntry> read(String investigation, long after);

  /** Sequence of the last entry; 0 where there is none. */
  long head(String investigation);

  /** All investigations by identifier, newest first. */
  List<String> investigations();

  /** Checks the whole chain of an investigation without stopping at the first defect. */
  Verification verify(String investigation);

  /**
   * A place in a journal.
   *
   * @param sequence of the entry there
   * @param hash of the entry there
   */
  record Position(long sequence, String hash) {
    /** Before the first entry. */
    public static final Position START = new Position(0, JournalEntry.NO_HASH);
  }
}
