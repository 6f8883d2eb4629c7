package dev.athanor.screening;

import java.util.List;
import java.util.Optional;

/**
 * A screening run and how far it is.
 *
 * @param state what it is doing
 * @param shardsDone shards finished, in this run or before
 * @param shardsResumed how many of them were found finished
 * @param shardCount shards in all
 * @param counts traffic of every gate so far
 * @param failure why it failed or was interrupted
 */
public record Campaign(
    State state,
    int shardsDone,
    int shardsResumed,
    int shardCount,
    List<GateCount> counts,
    Optional<String> failure) {
  /** Life of a campaign. */
  public enum State {
    /** Defined, not started. */
    READY,
    /** At work. */
    RUNNING,
    /** Stopped on request; resumes. */
    PAUSED,
    /** Every shard is finished. */
    COMPLETED,
    /** A gate failed: the science is wrong, running again gives the same. */
    FAILED,
    /** The plumbing failed: a disk, a kill; resumes. */
    INTERRUPTED
  }

  public Campaign {
    counts = List.copyOf(counts);
  }
}
