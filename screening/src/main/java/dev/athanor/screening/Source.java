package dev.athanor.screening;

import dev.athanor.matter.crystal.CrystalRecord;
import java.util.List;

/** Crystals in shards; a shard holds the same crystals whenever it is asked for. */
public interface Source {
  /** Text that is different for sources with different crystals. */
  String identity();

  /** How many shards there are. */
  int shardCount();

  /** The crystals of one shard, 0 to {@link #shardCount()} - 1. */
  List<CrystalRecord> shard(int index);

  /**
   * A source over a list that is at hand.
   *
   * @param identity as in {@link #identity()}
   * @param shardSize crystals in a shard, at least 1
   */
  static Source of(String identity, List<CrystalRecord> crystals, int shardSize) {
    return new ListSource(identity, crystals, shardSize);
  }
}
