package dev.athanor.agent.cli;

import dev.athanor.agent.investigation.Call;
import dev.athanor.agent.investigation.Event;
import dev.athanor.agent.investigation.Investigation;
import dev.athanor.agent.investigation.JournalEntry;
import dev.athanor.agent.loop.LoopListener;
import java.util.Optional;

/**
 * An investigation as it happens: a bar for the call that runs, a line for each that has ended.
 * Silent where nobody watches.
 */
final class LiveProgress implements LoopListener, AutoCloseable {
  private static final int TOOL_COLUMN = 24;

  private final Terminal terminal;
  private Optional<ProgressLine> running = Optional.empty();

  LiveProgress(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public synchronized void happened(JournalEntry entry, Investigation state) {
    Event event = entry.event();
    if (event instanceof Event.CallStarted started) {
      close();
      running = Optional.of(ProgressLine.begin(terminal, "  " + started.tool(), 0));
    } else if (event instanceof Event.CallSucceeded done) {
      ended(state, done.call(), terminal.paintError(Paint.GREEN, "✓"), "");
    } else if (event instanceof Event.CallFailed failed) {
      ended(
          state,
          failed.call(),
          terminal.paintError(Paint.RED, "✗"),
          failed.code() + ": " + failed.message());
    } else if (event instanceof Event.PlanRevised revised) {
      say("plan revised: " + revised.why());
    } else if (event instanceof Event.CallRefused refused) {
      say("refused " + refused.name() + ": " + refused.message());
    }
  }

  @Override
  public synchronized void progress(String investigation, String call, Progress how) {
    running.ifPresent(line -> line.reached(how.done(), how.total(), how.message()));
  }

  @Override
  public synchronized void close() {
    running.ifPresent(ProgressLine::close);
    running = Optional.empty();
  }

  private void ended(Investigation state, String id, String mark, String instead) {
    close();
    if (!terminal.showsProgress()) {
      return;
    }
    Call call = state.call(id).orElseThrow();
    String time = Wrapped.duration(call.duration().toMillis());
    String words = instead.isEmpty() ? call.why() : instead;
    int room = terminal.width() - TOOL_COLUMN - 16;
    terminal
        .err()
        .printf(
            "  %s %-" + TOOL_COLUMN + "s %9s  %s%n",
            mark,
            call.tool(),
            time,
            terminal.paintError(Paint.FAINT, Wrapped.cut(Terminal.safe(words), room)));
  }

  private void say(String words) {
    close();
    if (terminal.showsProgress()) {
      terminal.err().println("  · " + Wrapped.cut(Terminal.safe(words), terminal.width() - 4));
    }
  }
}
