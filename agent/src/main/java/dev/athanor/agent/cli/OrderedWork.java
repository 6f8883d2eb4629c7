package dev.athanor.agent.cli;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Works on many things at once, on every core, and hands the results over in the order in which the
 * things came, each as soon as it and all before it are done.
 *
 * <p>What waits is bounded by weight, so that memory stays flat however long the input is: {@link
 * #submit} blocks while there is no room. Results are received by one thread, which is not the
 * caller's.
 */
final class OrderedWork<T> implements AutoCloseable {
  private static final int ROOM = 1 << 16;

  /** What a thing weighs besides its own weight, so that many small ones do not pile up either. */
  private static final int EACH = 64;

  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          Math.max(2, Runtime.getRuntime().availableProcessors()),
          work -> background("worker", work));
  private final BlockingQueue<Optional<Waiting<T>>> waiting = new LinkedBlockingQueue<>();
  private final Semaphore room = new Semaphore(ROOM);
  private final CompletableFuture<Void> received = new CompletableFuture<>();

  /** Nothing to do yet; {@code receiver} takes the results, one at a time. */
  OrderedWork(Consumer<T> receiver) {
    background("receiver", () -> receive(receiver)).start();
  }

  /**
   * Adds one thing.
   *
   * @param weight about how much memory it takes, in atoms
   */
  void submit(int weight, Supplier<T> work) {
    int taken = Math.min(ROOM, weight + EACH);
    room.acquireUninterruptibly(taken);
    if (received.isDone()) {
      finish();
    }
    waiting.add(Optional.of(new Waiting<>(workers.submit(work::get), taken)));
  }

  /** Waits until every result is handed over; throws what the work or the receiver threw. */
  void finish() {
    waiting.add(Optional.empty());
    try {
      received.join();
    } catch (CompletionException e) {
      throw unwrapped(cause(e));
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
    waiting.add(Optional.empty());
  }

  private void receive(Consumer<T> receiver) {
    try {
      for (Optional<Waiting<T>> next = waiting.take(); next.isPresent(); next = waiting.take()) {
        receiver.accept(next.get().result().get());
        room.release(next.get().weight());
      }
      received.complete(null);
    } catch (ExecutionException e) {
      fail(cause(e));
    } catch (InterruptedException | RuntimeException | Error e) {
      fail(e);
    }
  }

  /** Lets a waiting caller go, so that it hears of it. */
  private void fail(Throwable why) {
    received.completeExceptionally(why);
    room.release(ROOM);
  }

  private static Throwable cause(Exception wrapper) {
    Throwable cause = wrapper.getCause();
    return cause == null ? wrapper : cause;
  }

  private static RuntimeException unwrapped(Throwable why) {
    if (why instanceof Error error) {
      throw error;
    }
    return why instanceof RuntimeException known ? known : new IllegalStateException(why);
  }

  private static Thread background(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  private record Waiting<T>(Future<T> result, int weight) {}
}
