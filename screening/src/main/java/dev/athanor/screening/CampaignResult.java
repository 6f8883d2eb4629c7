package dev.athanor.screening;

import java.util.List;

/**
 * A campaign that came to an end, and what it holds so far.
 *
 * @param campaign its last state
 * @param shards results of the finished shards, in the order of the source
 */
public record CampaignResult(Campaign campaign, List<ShardResult> shards) {
  public CampaignResult {
    shards = List.copyOf(shards);
  }

  /** Specimens that passed every gate, in the order of the source. */
  public List<Specimen> survivors() {
    return shards.stream().flatMap(shard -> shard.survivors().stream()).toList();
  }

  /** Specimens that could not be judged. */
  public List<RejectedRow> rejected() {
    return shards.stream().flatMap(shard -> shard.rejected().stream()).toList();
  }
}
