package dev.athanor.agent.cli;

import java.util.Optional;

/** A long computation in stages: a bar for the one under way, a line for what it said last. */
final class StageProgress implements AutoCloseable {
  private static final long FINE = 1000;

  private final Terminal terminal;
  private Optional<ProgressLine> line = Optional.empty();
  private String stage = "";

  StageProgress(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * A share of a stage is done.
   *
   * @param name of the stage
   * @param done 0 to 1
   * @param message one line for a person
   */
  synchronized void share(String name, double done, String message) {
    at(name).reached(Math.round(done * FINE), FINE, message);
    log(name, message);
  }

  /**
   * A number of units of a stage is done, of how many is not known.
   *
   * @param name of the stage
   * @param done units
   */
  synchronized void count(String name, long done) {
    at(name).reached(done, 0, "");
  }

  private ProgressLine at(String name) {
    if (line.isEmpty() || !name.equals(stage)) {
      close();
      stage = name;
      line = Optional.of(ProgressLine.begin(terminal, name, 0));
    }
    return line.orElseThrow();
  }

  /** Without a terminal a training of hours would say nothing; one line for each message then. */
  private void log(String name, String message) {
    if (!terminal.showsProgress() && !message.isBlank()) {
      terminal.err().println(name + ": " + message);
    }
  }

  @Override
  public synchronized void close() {
    line.ifPresent(ProgressLine::close);
    line = Optional.empty();
  }
}
