package dev.athanor.agent.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressState;

/**
 * How far a piece of work is, on one line of a terminal that vanishes at the end; nothing at all
 * where nobody watches.
 */
final class ProgressLine implements AutoCloseable {
  private static final int REFRESH_MILLISECONDS = 150;
  private static final int BAR = 24;

  private final Optional<ProgressBar> bar;

  private ProgressLine(Optional<ProgressBar> bar) {
    this.bar = bar;
  }

  /**
   * Begins a line.
   *
   * @param terminal where it is drawn
   * @param task one or two words
   * @param total units of work; below 1 where it is not known
   */
  static ProgressLine begin(Terminal terminal, String task, long total) {
    if (!terminal.showsProgress()) {
      return new ProgressLine(Optional.empty());
    }
    ProgressBarBuilder builder =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(total < 1 ? -1 : total)
            .setUpdateIntervalMillis(REFRESH_MILLISECONDS)
            .setConsumer(new OneLine(terminal.err(), terminal.width() - 1))
            .setRenderer((state, width) -> render(terminal, state));
    return new ProgressLine(Optional.of(builder.build()));
  }

  /** One more unit is done. */
  void step() {
    bar.ifPresent(ProgressBar::step);
  }

  /** Tells how far it is altogether. */
  void reached(long done, long total, String message) {
    bar.ifPresent(
        shown -> {
          shown.maxHint(total < 1 ? -1 : total);
          shown.stepTo(done);
          shown.setExtraMessage(message);
        });
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }

  private static String render(Terminal terminal, ProgressState state) {
    long done = state.getCurrent();
    long total = state.getMax();
    String time = clock(Duration.between(state.getStartInstant(), java.time.Instant.now()));
    String message = Terminal.safe(state.getExtraMessage());
    if (total < 1) {
      return String.format(
          Locale.ROOT, "%s  %,d  %s  %s", state.getTaskName(), done, time, message);
    }
    double share = Math.min(1, (double) done / total);
    int filled = (int) Math.round(share * BAR);
    return String.format(
        Locale.ROOT,
        "%s  %s%s  %,d of %,d  %s  %s",
        state.getTaskName(),
        terminal.paintError(Paint.CYAN, "━".repeat(filled)),
        terminal.paintError(Paint.FAINT, "─".repeat(BAR - filled)),
        done,
        total,
        time,
        message);
  }

  private static String clock(Duration elapsed) {
    return String.format(Locale.ROOT, "%d:%02d", elapsed.toMinutes(), elapsed.toSecondsPart());
  }

  /** Draws over the same line again and again, and wipes it at the end. */
  private record OneLine(PrintWriter target, int width) implements ProgressBarConsumer {
    private static final String TO_START_AND_WIPE = "\r\u001b[2K";

    @Override
    public int getMaxRenderedLength() {
      return width;
    }

    @Override
    public void accept(String rendered) {
      target.print(TO_START_AND_WIPE + rendered);
      target.flush();
    }

    @Override
    public void close() {
      target.print(TO_START_AND_WIPE);
      target.flush();
    }
  }
}
