package dev.athanor.agent.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code athanor inspect}: how structures are read, and what is odd about them. */
@Command(
    name = "inspect",
    description = "Show how structures are read, and what is odd about them",
    footerHeading = "%n",
    footer = {
      "Formula, cell, symmetry, sites, distances, warnings. With --json one line for",
      "each crystal; one that does not read gives id, error and code. The exit code is",
      "3 where some do not read, 4 where none does.",
      "",
      "  athanor inspect crystal.cif",
      "  athanor inspect --json crystals/ > inspected.jsonl"
    })
final class InspectCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final CommonOptions common;

  @Mixin private CrystalInput input = new CrystalInput();

  @Option(names = "--sites", description = "with --json, list the sites of each crystal too")
  private boolean sites;

  @Mixin private SymmetryTolerance tolerance = new SymmetryTolerance();

  @Spec private CommandSpec spec = CommandSpec.create();

  InspectCommand(Surroundings surroundings, CommonOptions common) {
    this.surroundings = surroundings;
    this.common = common;
  }

  @Override
  public Integer call() {
    double angstrom = tolerance.angstrom(spec);
    return CrystalRun.ask(
        surroundings,
        common,
        input.source(surroundings),
        true,
        crystal -> Inspection.of(crystal, angstrom, sites));
  }
}
