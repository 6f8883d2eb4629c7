package dev.athanor.screening;

import dev.athanor.screening.Campaign.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a running campaign has so far; every method holds the lock. */
final class Tally {
  private final List<String> gates;
  private final int shardCount;
  private final CampaignWatch watch;
  private final Map<Integer, ShardResult> finished = new TreeMap<>();
  private State state = State.RUNNING;
  private int resumed;
  private Optional<String> failure = Optional.empty();

  Tally(Funnel funnel, int shardCount, CampaignWatch watch) {
    this.gates = funnel.gates().stream().map(Gate::name).toList();
    this.shardCount = shardCount;
    this.watch = watch;
  }

  synchronized boolean stopped() {
    if (state == State.RUNNING && watch.pauseWanted()) {
      state = State.PAUSED;
    }
    return state != State.RUNNING;
  }

  synchronized void add(ShardResult result, boolean known) {
    finished.put(result.shard(), result);
    resumed += known ? 1 : 0;
    watch.progressed(campaign());
  }

  /** The first reason to stop is the one that is told. */
  synchronized void stop(State why, String reason) {
    if (failure.isEmpty()) {
      state = why;
      failure = Optional.of(reason);
    }
  }

  synchronized CampaignResult result() {
    if (state == State.RUNNING && finished.size() == shardCount) {
      state = State.COMPLETED;
    }
    return new CampaignResult(campaign(), List.copyOf(finished.values()));
  }

  private Campaign campaign() {
    List<GateCount> counts = new ArrayList<>();
    for (int i = 0; i < gates.size(); i++) {
      GateCount sum = new GateCount(gates.get(i), 0, 0, 0);
      for (ShardResult result : finished.values()) {
        sum = sum.plus(result.counts().get(i));
      }
      counts.add(sum);
    }
    return new Campaign(state, finished.size(), resumed, shardCount, counts, failure);
  }
}
