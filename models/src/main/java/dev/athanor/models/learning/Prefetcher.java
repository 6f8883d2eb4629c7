package dev.athanor.models.learning;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Prepares the next few items on one other thread while the current one is used. */
public final class Prefetcher<T> implements AutoCloseable {
  private static final int AHEAD = 4;

  private final int count;
  private final IntFunction<T> source;
  private final Queue<Future<T>> queue = new ArrayDeque<>();
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "prefetch");
            thread.setDaemon(true);
            return thread;
          });
  private int submitted;
  private int taken;

  /**
   * Begins to prepare.
   *
   * @param count how many items there are
   * @param source makes an item of its number, on the other thread
   */
  public Prefetcher(int count, IntFunction<T> source) {
    this.count = count;
    this.source = source;
    for (int i = 0; i < AHEAD; i++) {
      submit();
    }
  }

  /** Whether an item is left. */
  public boolean hasNext() {
    return taken < count;
  }

  /** The next item, in order. */
  public T next() {
    submit();
    taken++;
    try {
      return queue.remove().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a batch was prepared", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a batch could not be prepared", e.getCause());
    }
  }

  private void submit() {
    if (submitted < count) {
      int index = submitted++;
      queue.add(executor.submit(() -> source.apply(index)));
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
