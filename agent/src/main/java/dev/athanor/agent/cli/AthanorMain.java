package dev.athanor.agent.cli;

import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;

/** Where the process begins. */
@QuarkusMain
public final class AthanorMain {
  private AthanorMain() {}

  /** Runs one command; its exit code becomes that of the process. */
  public static void main(String... arguments) {
    Terminal terminal = Terminal.ofProcess();
    CommandLine commands = CommandTree.build(StandardSurroundings.of(terminal));
    System.exit(commands.execute(arguments));
  }
}
