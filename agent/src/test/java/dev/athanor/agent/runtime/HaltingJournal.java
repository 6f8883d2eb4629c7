package dev.athanor.agent.runtime;

import dev.athanor.agent.investigation.Event;
import dev.athanor.agent.investigation.JournalEntry;
import dev.athanor.agent.journal.Journal;
import dev.athanor.agent.journal.Verification;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Ends the process, without any goodbye, right after the n-th entry is written. */
final class HaltingJournal implements Journal {
  private final Journal journal;
  private final int haltAfter;
  private final AtomicInteger written = new AtomicInteger();

  HaltingJournal(Journal journal, int haltAfter) {
    this.journal = journal;
    this.haltAfter = haltAfter;
  }

  @Override
  public JournalEntry append(String investigation, Position after, Instant at, Event event) {
    JournalEntry entry = journal.append(investigation, after, at, event);
    KilledInvestigation.haltIf(written.incrementAndGet() == haltAfter);
    return entry;
  }

  @Override
  public List<JournalEntry> read(String investigation, long after) {
    return journal.read(investigation, after);
  }

  @Override
  public long head(String investigation) {
    return journal.head(investigation);
  }

  @Override
  public List<String> investigations() {
    return journal.investigations();
  }

  @Override
  public Verification verify(String investigation) {
    return journal.verify(investigation);
  }
}
