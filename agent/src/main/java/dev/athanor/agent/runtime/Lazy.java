package dev.athanor.agent.runtime;

import java.util.Optional;
import java.util.function.Supplier;

/** A value made when it is first needed, once. A failure is not remembered. */
final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private volatile Optional<T> made = Optional.empty();

  Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    Optional<T> seen = made;
    return seen.isPresent() ? seen.get() : make();
  }

  private synchronized T make() {
    if (made.isEmpty()) {
      made = Optional.of(maker.get());
    }
    return made.get();
  }

  /** The value, if it was needed so far. */
  Optional<T> ifMade() {
    return made;
  }
}
