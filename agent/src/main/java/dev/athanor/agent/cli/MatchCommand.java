package dev.athanor.agent.cli;

import dev.athanor.matter.matching.MatchingTolerance;
import dev.athanor.matter.matching.StructureMatcher;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code athanor match}: whether crystals are the same structure. */
@Command(
    name = "match",
    description = "Tell whether crystals are the same structure",
    footerHeading = "%n",
    footer = {
      "One crystal with one, each of A with the only one of B, or pair by pair where",
      "both hold equally many. With --json one line for each: id, other, match, rms",
      "and max_distance (in units of (V/n)^(1/3)), species_map. The exit code is 0",
      "where one pair matches and 5 where it differs; for many pairs it is 0 where all",
      "could be compared, 3 where some could not.",
      "",
      "  athanor match relaxed.cif known.cif",
      "  athanor match --json --mode anonymous crystals.jsonl.gz perovskite.cif"
    })
final class MatchCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final CommonOptions common;

  @Parameters(
      index = "0",
      paramLabel = "A",
      description = "a structure file, a folder of them, or - for crystal JSON lines from a pipe")
  private String first = "";

  @Parameters(index = "1", paramLabel = "B", description = "what to compare with, likewise")
  private String second = "";

  @Option(
      names = "--mode",
      paramLabel = "NAME",
      completionCandidates = MatchMode.Words.class,
      converter = MatchMode.Words.class,
      description =
          "species: every element for itself; anonymous: any element may stand for any other;"
              + " permuted: the elements of both may change places; default species")
  private MatchMode mode = MatchMode.SPECIES;

  @Option(
      names = "--ltol",
      paramLabel = "X",
      description = "fraction by which edges may differ; default ${DEFAULT-VALUE}")
  private double length = MatchingTolerance.STANDARD.length();

  @Option(
      names = "--stol",
      paramLabel = "X",
      description = "how far sites may be apart, in (V/n)^(1/3); default ${DEFAULT-VALUE}")
  private double site = MatchingTolerance.STANDARD.site();

  @Option(
      names = "--angle",
      paramLabel = "X",
      description = "degrees by which angles may differ; default ${DEFAULT-VALUE}")
  private double angle = MatchingTolerance.STANDARD.angleDegrees();

  @Option(
      names = "--no-scale",
      description = "compare volumes as they are instead of making them equal")
  private boolean asTheyAre;

  @Spec private CommandSpec spec = CommandSpec.create();

  MatchCommand(Surroundings surroundings, CommonOptions common) {
    this.surroundings = surroundings;
    this.common = common;
  }

  @Override
  public Integer call() {
    CrystalSource one = CrystalSource.named(first, surroundings);
    CrystalSource other = CrystalSource.named(second, surroundings);
    if (one.isStandardInput() && other.isStandardInput()) {
      throw new ParameterException(spec.commandLine(), "only one of A and B can be a pipe");
    }
    StructureMatcher matcher = new StructureMatcher(tolerance());
    try (Replies replies = new Replies(surroundings, common)) {
      return new MatchPairs(matcher, mode.rule(), replies)
          .compare(one, other, mode == MatchMode.ANONYMOUS);
    }
  }

  private MatchingTolerance tolerance() {
    MatchingTolerance standard = MatchingTolerance.STANDARD;
    return new MatchingTolerance(
        length, site, angle, standard.primitive(), !asTheyAre, standard.supercell());
  }
}
