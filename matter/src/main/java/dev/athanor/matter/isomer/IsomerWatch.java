package dev.athanor.matter.isomer;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;

/** Counts what is reported and looks at the clock and at the thread's interruption. */
final class IsomerWatch {
  private static final int LOOK_EVERY = 256;

  private final long mostIsomers;
  private final long longest;
  private final long start = System.nanoTime();
  private long reported;
  private int checks;
  private boolean full;
  private boolean late;

  IsomerWatch(IsomerSettings settings) {
    mostIsomers = settings.mostIsomers();
    longest = settings.longest().toNanos();
  }

  /** Counts one more; false when that would be too many. */
  boolean mayReport() {
    if (reported == mostIsomers) {
      full = true;
      return false;
    }
    reported++;
    return true;
  }

  /**
   * Looks now and then whether to go on.
   *
   * @throws TimeIsOver when the time is over
   * @throws MatterException {@code CANCELLED} when the thread is interrupted
   */
  void check() {
    if (++checks % LOOK_EVERY != 0) {
      return;
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new MatterException(MatterErrors.CANCELLED, "the enumeration of isomers was cancelled");
    }
    if (System.nanoTime() - start > longest) {
      late = true;
      throw new TimeIsOver();
    }
  }

  IsomerCount count(boolean complete) {
    IsomerEnding ending =
        complete
            ? IsomerEnding.COMPLETE
            : full
                ? IsomerEnding.COUNT_LIMIT
                : late ? IsomerEnding.TIME_LIMIT : IsomerEnding.STOPPED;
    return new IsomerCount(reported, ending);
  }

  /** Ends a search from its depths; an ending, not an error. */
  static final class TimeIsOver extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TimeIsOver() {
      super("the time for the enumeration of isomers is over", null, false, false);
    }
  }
}
