package dev.athanor.knowledge.files;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value computed once, when first asked for; safe for use from several threads.
 *
 * @param <T> type of the value
 */
public final class Lazy<T> {
  private final Supplier<T> supplier;
  private volatile @Nullable T value;

  /** A value that {@code supplier} will compute; a supplier that fails is asked again. */
  public Lazy(Supplier<T> supplier) {
    this.supplier = supplier;
  }

  /** The value. */
  public T get() {
    T known = value;
    if (known == null) {
      synchronized (this) {
        known = value;
        if (known == null) {
          known = Objects.requireNonNull(supplier.get());
          value = known;
        }
      }
    }
    return known;
  }
}
