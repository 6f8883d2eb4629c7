package dev.athanor.agent.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code athanor standardize}: crystals in the standard cells of their space groups. */
@Command(
    name = "standardize",
    description = "Bring crystals into standard or reduced cells",
    footerHeading = "%n",
    footer = {
      "The conventional cell of the space group, symmetrised, unless an option names",
      "another; --primitive goes with --niggli or --delaunay too. Reduced cells keep",
      "the atoms where they are. Written as CIF, with --json as crystal JSON lines that",
      "also tell spacegroup_number; or into the place that --output names. A crystal",
      "that has no answer gives id, error and code; the exit code is then 3, or 4.",
      "",
      "  athanor standardize crystal.cif > standard.cif",
      "  athanor standardize crystals.jsonl.gz --primitive --output primitive.jsonl"
    })
final class StandardizeCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final CommonOptions common;

  @Mixin private CrystalInput input = new CrystalInput();

  @Option(names = "--primitive", description = "the primitive cell")
  private boolean primitive;

  @ArgGroup private Reduction reduction = new Reduction();

  @Option(
      names = "--output",
      paramLabel = "PLACE",
      description = "a file in any format of 'convert', or a folder (ends in /) for a CIF of each")
  private @Nullable String output;

  @Mixin private SymmetryTolerance tolerance = new SymmetryTolerance();

  @Spec private CommandSpec spec = CommandSpec.create();

  /** One way to reduce a cell. */
  static final class Reduction {
    @Option(names = "--niggli", description = "the Niggli-reduced cell")
    private boolean niggli;

    @Option(names = "--delaunay", description = "the Delaunay-reduced cell")
    private boolean delaunay;
  }

  StandardizeCommand(Surroundings surroundings, CommonOptions common) {
    this.surroundings = surroundings;
    this.common = common;
  }

  @Override
  public Integer call() throws IOException {
    CrystalSource source = input.source(surroundings);
    if (output == null) {
      return standardize(source, Optional.empty());
    }
    try (StructureTarget target = StructureTarget.open(output)) {
      int exit = standardize(source, Optional.of(target));
      target.commit();
      return exit;
    }
  }

  private int standardize(CrystalSource source, Optional<StructureTarget> target) {
    double angstrom = tolerance.angstrom(spec);
    StandardCell cell = cell();
    boolean placeholders = common.json() && target.isEmpty();
    return CrystalRun.ask(
        surroundings,
        common,
        source,
        placeholders,
        crystal -> StandardReply.of(crystal.row(), cell, angstrom, target));
  }

  private StandardCell cell() {
    if (reduction.niggli) {
      return primitive ? StandardCell.PRIMITIVE_NIGGLI : StandardCell.NIGGLI;
    }
    if (reduction.delaunay) {
      return primitive ? StandardCell.PRIMITIVE_DELAUNAY : StandardCell.DELAUNAY;
    }
    return primitive ? StandardCell.PRIMITIVE : StandardCell.CONVENTIONAL;
  }
}
