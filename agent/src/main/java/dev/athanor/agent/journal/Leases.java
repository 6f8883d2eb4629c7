package dev.athanor.agent.journal;

import java.time.Duration;

/** Who drives an investigation: at most one process at a time, until its lease lapses. */
public interface Leases {
  /**
   * Takes or renews a lease.
   *
   * @return false if another owner holds it
   */
  boolean acquire(String investigation, String owner, Duration time);

  /** Gives a lease back; nothing happens if it is not the owner's. */
  void release(String investigation, String owner);
}
