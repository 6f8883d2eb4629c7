package dev.athanor.agent.runtime;

import dev.athanor.agent.investigation.Event;
import dev.athanor.agent.investigation.Investigation;
import dev.athanor.agent.investigation.InvestigationState;
import dev.athanor.agent.investigation.JournalEntry;
import dev.athanor.agent.journal.Journal;
import dev.athanor.agent.journal.Leases;
import dev.athanor.agent.loop.Driver;
import dev.athanor.agent.loop.LoopListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Drives investigations under a lease, so that no two processes drive the same one. */
final class Driving implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Driving.class);
  private static final int HEARTBEATS_PER_LEASE = 5;
  private static final long FOLLOW_MILLIS = 250;
  private static final long WATCH_MILLIS = 1_000;

  private final Supplier<Driver> driver;
  private final Journal journal;
  private final Leases leases;
  private final Duration lease;
  private final ScheduledExecutorService clockwork;
  private final ExecutorService background;
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private final Map<String, LoopListener.Progress> progress = new ConcurrentHashMap<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private Optional<ScheduledFuture<?>> watch = Optional.empty();

  Driving(Supplier<Driver> driver, Journal journal, Leases leases, Duration lease) {
    this.driver = driver;
    this.journal = journal;
    this.leases = leases;
    this.lease = lease;
    this.clockwork = Executors.newSingleThreadScheduledExecutor(daemon("lease"));
    this.background = Executors.newCachedThreadPool(daemon("investigation"));
  }

  private static ThreadFactory daemon(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  Optional<LoopListener.Progress> progress(String id, String call) {
    return Optional.ofNullable(progress.get(id + "/" + call));
  }

  /** Drives, or follows whoever drives, until nothing more can be done without a person. */
  Investigation drive(String id, LoopListener listener) {
    Telling telling = new Telling(listener, journal.head(id));
    while (true) {
      String owner = UUID.randomUUID().toString();
      Investigation state =
          leases.acquire(id, owner, lease) ? driveAs(id, owner, telling) : follow(id, telling);
      InvestigationState reached = state.state();
      boolean over = reached.terminal() || reached == InvestigationState.AWAITING_APPROVAL;
      if (over || closed.get() || Thread.currentThread().isInterrupted()) {
        return state;
      }
    }
  }

  private Investigation driveAs(String id, String owner, Telling telling) {
    AtomicBoolean held = new AtomicBoolean(true);
    long beat = Math.max(1, lease.toMillis() / HEARTBEATS_PER_LEASE);
    ScheduledFuture<?> heartbeat =
        clockwork.scheduleAtFixedRate(
            () -> renew(id, owner, held), beat, beat, TimeUnit.MILLISECONDS);
    try {
      return driver.get().drive(id, telling, () -> held.get() && !closed.get());
    } finally {
      heartbeat.cancel(false);
      leases.release(id, owner);
    }
  }

  private void renew(String id, String owner, AtomicBoolean held) {
    try {
      if (!leases.acquire(id, owner, lease)) {
        held.set(false);
      }
    } catch (RuntimeException e) {
      // Without a sign that the lease is held it must not be relied on.
      LOG.warnf(e, "the lease of %s cannot be renewed", id);
      held.set(false);
    }
  }

  private Investigation follow(String id, Telling telling) {
    try {
      Thread.sleep(FOLLOW_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    List<JournalEntry> entries = journal.read(id, 0);
    telling.catchUp(entries);
    return Investigation.of(entries);
  }

  void inBackground(String id) {
    if (closed.get() || !underWay.add(id)) {
      return;
    }
    background.execute(
        () -> {
          try {
            drive(id, LoopListener.NONE);
          } catch (RuntimeException e) {
            LOG.errorf(e, "investigation %s cannot go on", id);
          } finally {
            underWay.remove(id);
          }
        });
  }

  synchronized void watch(Supplier<List<String>> canGoOn) {
    if (watch.isEmpty()) {
      watch =
          Optional.of(
              clockwork.scheduleWithFixedDelay(
                  () -> startAll(canGoOn), 0, WATCH_MILLIS, TimeUnit.MILLISECONDS));
    }
  }

  private void startAll(Supplier<List<String>> canGoOn) {
    try {
      canGoOn.get().forEach(this::inBackground);
    } catch (RuntimeException e) {
      LOG.warnf(e, "the journal cannot be watched");
    }
  }

  @Override
  public void close() {
    closed.set(true);
    clockwork.shutdownNow();
    background.shutdown();
    try {
      background.awaitTermination(15, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Passes every entry on once, whoever wrote it, and remembers progress. */
  private final class Telling implements LoopListener {
    private final LoopListener listener;
    private long told;

    Telling(LoopListener listener, long told) {
      this.listener = listener;
      this.told = told;
    }

    void catchUp(List<JournalEntry> entries) {
      List<JournalEntry> before = new ArrayList<>();
      for (JournalEntry entry : entries) {
        before.add(entry);
        if (entry.sequence() > told) {
          happened(entry, Investigation.of(before));
        }
      }
    }

    @Override
    public void happened(JournalEntry entry, Investigation state) {
      if (entry.sequence() <= told) {
        return;
      }
      told = entry.sequence();
      if (entry.event() instanceof Event.CallSucceeded done) {
        progress.remove(entry.investigation() + "/" + done.call());
      } else if (entry.event() instanceof Event.CallFailed failed) {
        progress.remove(entry.investigation() + "/" + failed.call());
      }
      listener.happened(entry, state);
    }

    @Override
    public void progress(String investigation, String call, Progress how) {
      progress.put(investigation + "/" + call, how);
      listener.progress(investigation, call, how);
    }
  }
}
