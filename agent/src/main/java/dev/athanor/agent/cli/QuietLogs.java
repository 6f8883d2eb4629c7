package dev.athanor.agent.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Logging for commands that run without the application: warnings go to the error stream, one line
 * each; everything else a library says is dropped. Without this the log manager keeps every message
 * until an application starts, which none will.
 */
final class QuietLogs {
  private QuietLogs() {}

  /** Puts the logging in place; calling it again changes nothing. */
  static synchronized void install() {
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      if (handler instanceof OneLine) {
        return;
      }
      root.removeHandler(handler);
    }
    OneLine handler = new OneLine(System.err);
    handler.setLevel(Level.WARNING);
    root.addHandler(handler);
    root.setLevel(Level.WARNING);
  }

  private static final class OneLine extends Handler {
    private final PrintWriter target;

    OneLine(OutputStream stream) {
      this.target = new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    @Override
    public void publish(LogRecord entry) {
      if (isLoggable(entry)) {
        target.println("warning " + entry.getLoggerName() + ": " + entry.getMessage());
      }
    }

    @Override
    public void flush() {
      target.flush();
    }

    @Override
    public void close() {
      target.flush();
    }
  }
}
