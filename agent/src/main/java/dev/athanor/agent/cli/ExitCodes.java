package dev.athanor.agent.cli;

import java.util.List;

/** What the exit status of {@code athanor} means; documented in {@code docs/cli.md}. */
public final class ExitCodes {
  /** Done. */
  public static final int OK = 0;

  /** A defect of the program or of the machine that it runs on. */
  public static final int INTERNAL = 1;

  /** The command line cannot be understood, or names a file that is not there. */
  public static final int USAGE = 2;

  /** Some rows of the input were bad and are reported; the others were done. */
  public static final int SOME_ROWS_BAD = 3;

  /** Nothing in the input was usable, or nothing is there to show. */
  public static final int NOTHING_USABLE = 4;

  /** The two structures that were compared are not the same. */
  public static final int DIFFERENT = 5;

  /** An audit showed a claim to be false. */
  public static final int CLAIM_REFUTED = 6;

  /** An investigation waits at a gate for a person's approval. */
  public static final int WAITING_FOR_APPROVAL = 10;

  /** A person denied what an investigation asked for. */
  public static final int DENIED = 11;

  /** An investigation reached a bound on rounds, calls, tokens or time, or was cancelled. */
  public static final int STOPPED = 12;

  /** The privacy budget of a data set does not cover what was asked. */
  public static final int OVER_BUDGET = 13;

  private static final List<String> HELP =
      List.of(
          OK + ":done",
          INTERNAL + ":internal error",
          USAGE + ":the command line, or a file that it names, is wrong",
          SOME_ROWS_BAD + ":some rows were bad (reported), the others were done",
          NOTHING_USABLE + ":nothing usable in the input",
          DIFFERENT + ":the two structures that were compared differ",
          CLAIM_REFUTED + ":an audit showed a claim of privacy to be false",
          WAITING_FOR_APPROVAL + ":an investigation waits for approval",
          DENIED + ":an approval was denied",
          STOPPED + ":an investigation was stopped at one of its bounds",
          OVER_BUDGET + ":a privacy budget does not cover what was asked");

  private ExitCodes() {}

  /** The list for the help text, each entry {@code code:meaning}. */
  static List<String> help() {
    return HELP;
  }
}
