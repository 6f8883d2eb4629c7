package dev.athanor.agent.cli;

import picocli.CommandLine.Parameters;

/** The crystals that a command is about, as they are named on the command line. */
final class CrystalInput {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "a structure file, a folder of them, or - for crystal JSON lines from a pipe")
  private String word = "";

  /**
   * Opens it.
   *
   * @throws CliException {@code INPUT_NOT_FOUND}
   */
  CrystalSource source(Surroundings surroundings) {
    return CrystalSource.named(word, surroundings);
  }
}
