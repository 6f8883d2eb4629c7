package dev.athanor.agent.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How far atoms may be from where a symmetry would have them. */
final class SymmetryTolerance {
  private static final double LARGEST = 1;

  @Option(
      names = "--symprec",
      paramLabel = "ANGSTROM",
      defaultValue = "0.01",
      description = "tolerance of the symmetry; default ${DEFAULT-VALUE} angstrom")
  private double angstrom;

  /**
   * The tolerance.
   *
   * @param spec the command that asks
   */
  double angstrom(CommandSpec spec) {
    if (!(angstrom > 0) || angstrom > LARGEST) {
      throw new ParameterException(
          spec.commandLine(), "--symprec must lie above 0 and at most " + LARGEST + " angstrom");
    }
    return angstrom;
  }
}
