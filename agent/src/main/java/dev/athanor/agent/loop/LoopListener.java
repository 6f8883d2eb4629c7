package dev.athanor.agent.loop;

import dev.athanor.agent.investigation.Investigation;
import dev.athanor.agent.investigation.JournalEntry;

/** Whoever watches an investigation. Called from the thread that drives it; must not block. */
public interface LoopListener {
  /** Watches nothing. */
  LoopListener NONE = new LoopListener() {};

  /** Something was journaled; the state is the one after it. */
  default void happened(JournalEntry entry, Investigation state) {}

  /** A running call told how far it is; not journaled. */
  default void progress(String investigation, String call, Progress progress) {}

  /**
   * How far a call is.
   *
   * @param done units finished
   * @param total units in all
   * @param message a few words
   */
  record Progress(long done, long total, String message) {}
}
