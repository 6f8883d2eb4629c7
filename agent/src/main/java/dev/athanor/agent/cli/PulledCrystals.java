package dev.athanor.agent.cli;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;

/**
 * The entries of a source, taken one by one when they are wanted; a thread reads a little ahead.
 */
final class PulledCrystals implements AutoCloseable {
  private static final int AHEAD = 64;

  private final BlockingQueue<Item> items = new ArrayBlockingQueue<>(AHEAD);
  private final Thread reader;
  private boolean ended;

  private sealed interface Item {
    record Entry(ReadEntry entry) implements Item {}

    record End() implements Item {}

    record Broken(RuntimeException why) implements Item {}
  }

  private PulledCrystals(CrystalSource source, boolean placeholders) {
    reader = new Thread(() -> run(source, placeholders), "reader");
    reader.setDaemon(true);
  }

  /** Begins to read. */
  static PulledCrystals of(CrystalSource source, boolean placeholders) {
    PulledCrystals pulled = new PulledCrystals(source, placeholders);
    pulled.reader.start();
    return pulled;
  }

  /** The next entry; empty at the end, again and again. */
  Optional<ReadEntry> next() {
    if (ended) {
      return Optional.empty();
    }
    Item item = take();
    if (item instanceof Item.Broken broken) {
      throw broken.why();
    }
    ended = item instanceof Item.End;
    return item instanceof Item.Entry found ? Optional.of(found.entry()) : Optional.empty();
  }

  @Override
  public void close() {
    reader.interrupt();
  }

  private void run(CrystalSource source, boolean placeholders) {
    try {
      put(readAll(source, placeholders));
    } catch (CancellationException e) {
      // closed before the end: nobody wants the rest
      items.clear();
    }
  }

  private Item readAll(CrystalSource source, boolean placeholders) {
    try {
      source.read(placeholders, entry -> put(new Item.Entry(entry)));
      return new Item.End();
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      return new Item.Broken(e);
    }
  }

  private void put(Item item) {
    try {
      items.put(item);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  private Item take() {
    try {
      return items.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }
}
