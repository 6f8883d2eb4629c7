package dev.athanor.screening;

import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.screening.Campaign.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs a campaign in this process, a shard for each thread. */
public final class EmbeddedEngine implements ScreeningEngine {
  private final int threads;

  /**
   * An engine with this many threads.
   *
   * @param threads 1 to 256; gates that use every core by themselves want 1
   */
  public EmbeddedEngine(int threads) {
    if (threads < 1 || threads > 256) {
      throw new ScreeningException(
          ScreeningErrors.BAD_FUNNEL, "an engine needs 1 to 256 threads, not " + threads);
    }
    this.threads = threads;
  }

  @Override
  public CampaignResult run(
      Funnel funnel, Source source, Checkpoints checkpoints, CampaignWatch watch) {
    checkpoints.open(funnel.definition() + "\n" + source.identity() + "\n" + source.shardCount());
    Tally tally = new Tally(funnel, source.shardCount(), watch);
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> futures = new ArrayList<>();
      for (int shard = 0; shard < source.shardCount(); shard++) {
        futures.add(executor.submit(task(shard, funnel, source, checkpoints, tally)));
      }
      for (Future<?> future : futures) {
        await(future, tally);
      }
    } finally {
      executor.shutdownNow();
    }
    return tally.result();
  }

  private static Runnable task(
      int shard, Funnel funnel, Source source, Checkpoints checkpoints, Tally tally) {
    return () -> {
      if (tally.stopped()) {
        return;
      }
      try {
        finish(shard, funnel, source, checkpoints, tally);
      } catch (RuntimeException e) {
        // told by the campaign's state, so that the shards that are finished are not lost with it
        boolean plumbing = e instanceof ScreeningException failure && failure.code().retryHelps();
        tally.stop(
            plumbing ? State.INTERRUPTED : State.FAILED,
            e.getClass().getSimpleName() + ": " + e.getMessage());
      }
    };
  }

  private static void finish(
      int shard, Funnel funnel, Source source, Checkpoints checkpoints, Tally tally) {
    Optional<ShardResult> known = checkpoints.load(shard);
    ShardResult result = known.orElseGet(() -> compute(shard, funnel, source));
    if (known.isEmpty()) {
      checkpoints.save(result);
    }
    tally.add(result, known.isPresent());
  }

  private static ShardResult compute(int shard, Funnel funnel, Source source) {
    List<Specimen> specimens = new ArrayList<>();
    for (CrystalRecord entry : source.shard(shard)) {
      specimens.add(Specimen.of(entry));
    }
    List<GateCount> counts = new ArrayList<>();
    List<RejectedRow> rejected = new ArrayList<>();
    for (Gate gate : funnel.gates()) {
      int before = rejected.size();
      List<Specimen> passed = pass(gate, specimens, rejected);
      counts.add(
          new GateCount(gate.name(), specimens.size(), passed.size(), rejected.size() - before));
      specimens = passed;
    }
    return new ShardResult(shard, counts, specimens, rejected);
  }

  private static List<Specimen> pass(
      Gate gate, List<Specimen> specimens, List<RejectedRow> rejected) {
    if (specimens.isEmpty()) {
      return List.of();
    }
    List<Verdict> verdicts = gate.judge(specimens);
    if (verdicts.size() != specimens.size()) {
      throw new ScreeningException(
          ScreeningErrors.BAD_FUNNEL,
          gate.name() + " gave " + verdicts.size() + " verdicts for " + specimens.size());
    }
    List<Specimen> passed = new ArrayList<>();
    for (int i = 0; i < verdicts.size(); i++) {
      if (verdicts.get(i) instanceof Verdict.Passed through) {
        passed.add(through.specimen());
      } else if (verdicts.get(i) instanceof Verdict.Rejected defect) {
        rejected.add(
            new RejectedRow(
                specimens.get(i).entry().id(), gate.name(), defect.code(), defect.reason()));
      }
    }
    return passed;
  }

  private static void await(Future<?> future, Tally tally) {
    try {
      future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      tally.stop(State.INTERRUPTED, "the process was asked to stop");
    } catch (ExecutionException e) {
      throw new IllegalStateException("the virtual machine failed", e.getCause());
    }
  }
}
