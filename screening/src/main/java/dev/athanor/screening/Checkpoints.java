package dev.athanor.screening;

import java.util.Optional;

/** Finished shards of a campaign, kept so that they need not be computed again. */
public interface Checkpoints {
  /**
   * Makes sure that what is kept belongs to this campaign.
   *
   * @param campaign identity of funnel and source
   * @throws ScreeningException {@code OTHER_CAMPAIGN} if results of another one are kept here
   */
  void open(String campaign);

  /** The result of a shard, where it was finished. */
  Optional<ShardResult> load(int shard);

  /** Keeps a result whole or not at all. */
  void save(ShardResult result);

  /** Keeps nothing beyond the life of the process. */
  static Checkpoints inMemory() {
    return new MemoryCheckpoints();
  }
}
