package dev.athanor.screening;

import dev.athanor.matter.crystal.CrystalRecord;
import java.util.List;

/** Crystals of a list, cut into shards of one size. */
record ListSource(String identity, List<CrystalRecord> crystals, int shardSize) implements Source {
  ListSource {
    crystals = List.copyOf(crystals);
    if (shardSize < 1) {
      throw new ScreeningException(
          ScreeningErrors.BAD_SOURCE, "a shard holds at least one crystal, not " + shardSize);
    }
  }

  @Override
  public int shardCount() {
    return (crystals.size() + shardSize - 1) / shardSize;
  }

  @Override
  public List<CrystalRecord> shard(int index) {
    return crystals.subList(index * shardSize, Math.min(crystals.size(), (index + 1) * shardSize));
  }
}
