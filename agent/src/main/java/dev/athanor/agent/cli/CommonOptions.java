package dev.athanor.agent.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What every command understands. */
final class CommonOptions {
  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "write the result as JSON to the standard output")
  private boolean json;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "show where in the program an error came from")
  private boolean verbose;

  /** Whether the result is wanted as JSON. */
  boolean json() {
    return json;
  }

  /** Whether stack traces are wanted. */
  boolean verbose() {
    return verbose;
  }
}
