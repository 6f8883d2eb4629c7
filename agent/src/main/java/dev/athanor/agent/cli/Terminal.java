package dev.athanor.agent.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where words go, where answers come from, and what the place can show.
 *
 * <p>Results go to {@code out}; progress, questions and errors go to {@code err}, so that a pipe
 * carries results and nothing else. Whatever strangers wrote passes through {@link #safe} first:
 * control characters in a file must not move somebody's cursor.
 */
public final class Terminal {
  private static final String RESET = "\u001b[0m";
  private static final int NARROWEST = 40;
  private static final int WIDEST = 200;

  private final PrintWriter out;
  private final PrintWriter err;
  private final BufferedReader in;
  private final TerminalTraits traits;

  /** A terminal on these streams. */
  public Terminal(PrintWriter out, PrintWriter err, Reader in, TerminalTraits traits) {
    this.out = out;
    this.err = err;
    this.in = new BufferedReader(in);
    this.traits = traits;
  }

  /** The terminal of this process. */
  public static Terminal ofProcess() {
    Charset charset = StandardCharsets.UTF_8;
    return new Terminal(
        new PrintWriter(System.out, true, charset),
        new PrintWriter(System.err, true, charset),
        new InputStreamReader(System.in, charset),
        TerminalTraits.ofProcess());
  }

  /** Where results go. */
  PrintWriter out() {
    return out;
  }

  /** Where progress, questions and errors go. */
  PrintWriter err() {
    return err;
  }

  /** True when a person can be asked and sees the question. */
  boolean isInteractive() {
    return traits.inputIsTerminal() && traits.errorIsTerminal();
  }

  /** True when progress may be drawn over itself. */
  boolean showsProgress() {
    return traits.errorIsTerminal();
  }

  /** What the place can show. */
  TerminalTraits traits() {
    return traits;
  }

  /** Columns to fill, 40 to 200. */
  int width() {
    return Math.max(NARROWEST, Math.min(WIDEST, traits.width()));
  }

  /** The text for {@code out}, emphasised where it can be. */
  String paint(Paint paint, String text) {
    return traits.outputColour() ? paint.sequence() + text + RESET : text;
  }

  /** The text for {@code err}, emphasised where it can be. */
  String paintError(Paint paint, String text) {
    return traits.errorColour() ? paint.sequence() + text + RESET : text;
  }

  /** Asks a question; empty at the end of the input. */
  Optional<String> ask(String question) {
    err.print(question);
    err.flush();
    try {
      return Optional.ofNullable(in.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text with control characters replaced, so that it can do nothing but be read. */
  static String safe(String text) {
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              boolean harmful =
                  Character.isISOControl(point) || Character.getType(point) == Character.FORMAT;
              result.appendCodePoint(harmful ? '\uFFFD' : point);
            });
    return result.toString();
  }
}
