package dev.athanor.agent.cli;

/**
 * The kinds of failure that the command line itself reports; the rooms below have their own. Each
 * name is shown to users as it stands.
 */
public enum CliErrors {
  /** The words typed make no command. */
  USAGE(ExitCodes.USAGE),
  /** A file or folder that was named is not there or may not be read. */
  INPUT_NOT_FOUND(ExitCodes.USAGE),
  /** The output cannot be written where it was asked for. */
  OUTPUT_NOT_WRITABLE(ExitCodes.USAGE),
  /** The output's name has an ending that stands for no known format. */
  UNKNOWN_FORMAT(ExitCodes.USAGE),
  /** No structure was found, or none that could be read. */
  NOTHING_USABLE(ExitCodes.NOTHING_USABLE),
  /** There is no investigation of this name. */
  UNKNOWN_INVESTIGATION(ExitCodes.USAGE),
  /** There is no open gate to decide on. */
  NO_OPEN_GATE(ExitCodes.USAGE),
  /** The chain of hashes in a journal is broken. */
  JOURNAL_BROKEN(ExitCodes.NOTHING_USABLE),
  /** A defect of the program. */
  INTERNAL(ExitCodes.INTERNAL);

  private final int exitCode;

  CliErrors(int exitCode) {
    this.exitCode = exitCode;
  }

  /** The exit status that goes with it. */
  int exitCode() {
    return exitCode;
  }
}
