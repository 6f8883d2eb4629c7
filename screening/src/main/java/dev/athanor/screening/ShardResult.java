package dev.athanor.screening;

import java.util.List;

/**
 * What became of one shard.
 *
 * @param shard its index
 * @param counts of every gate, in the order of the funnel
 * @param survivors specimens that passed all gates, in the order of the source
 * @param rejected specimens that could not be judged
 */
public record ShardResult(
    int shard, List<GateCount> counts, List<Specimen> survivors, List<RejectedRow> rejected) {
  public ShardResult {
    counts = List.copyOf(counts);
    survivors = List.copyOf(survivors);
    rejected = List.copyOf(rejected);
  }
}
