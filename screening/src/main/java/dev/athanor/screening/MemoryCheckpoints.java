package dev.athanor.screening;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Checkpoints of one process. */
final class MemoryCheckpoints implements Checkpoints {
  private final Map<Integer, ShardResult> results = new ConcurrentHashMap<>();
  private final AtomicReference<String> campaign = new AtomicReference<>("");

  @Override
  public void open(String identity) {
    String before = campaign.getAndUpdate(current -> current.isEmpty() ? identity : current);
    if (!before.isEmpty() && !before.equals(identity)) {
      throw new ScreeningException(
          ScreeningErrors.OTHER_CAMPAIGN, "these checkpoints belong to another campaign");
    }
  }

  @Override
  public Optional<ShardResult> load(int shard) {
    return Optional.ofNullable(results.get(shard));
  }

  @Override
  public void save(ShardResult result) {
    results.put(result.shard(), result);
  }
}
