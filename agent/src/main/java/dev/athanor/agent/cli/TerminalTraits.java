package dev.athanor.agent.cli;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the streams of a process are connected to.
 *
 * @param inputIsTerminal a person types
 * @param outputIsTerminal a person reads the results
 * @param errorIsTerminal a person reads progress and questions
 * @param colours whether colours are wanted where there is a terminal
 * @param width columns
 */
public record TerminalTraits(
    boolean inputIsTerminal,
    boolean outputIsTerminal,
    boolean errorIsTerminal,
    boolean colours,
    int width) {
  /** Property by which the launcher says which streams are terminals, such as {@code 0,1,2}. */
  static final String TERMINAL_PROPERTY = "launcher.terminal";

  private static final int DEFAULT_WIDTH = 80;

  /** Everything is a pipe or a file. */
  public static final TerminalTraits PIPED =
      new TerminalTraits(false, false, false, false, DEFAULT_WIDTH);

  /** What this process is connected to. */
  public static TerminalTraits ofProcess() {
    return of(System.getProperty(TERMINAL_PROPERTY, ""), System.getenv());
  }

  /**
   * Reads the launcher's word; without it, nothing is a terminal, as Java cannot tell. Colours
   * follow the conventions of {@code NO_COLOR} and of {@code TERM=dumb}.
   */
  static TerminalTraits of(String streams, Map<String, String> environment) {
    boolean wanted =
        environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "").toLowerCase(Locale.ROOT).equals("dumb");
    return new TerminalTraits(
        streams.contains("0"),
        streams.contains("1"),
        streams.contains("2"),
        wanted,
        width(environment.get("COLUMNS")));
  }

  /** Whether results may be coloured. */
  boolean outputColour() {
    return colours && outputIsTerminal;
  }

  /** Whether progress and errors may be coloured. */
  boolean errorColour() {
    return colours && errorIsTerminal;
  }

  private static int width(@Nullable String columns) {
    try {
      return columns == null ? DEFAULT_WIDTH : Integer.parseInt(columns.trim());
    } catch (NumberFormatException e) {
      return DEFAULT_WIDTH;
    }
  }
}
