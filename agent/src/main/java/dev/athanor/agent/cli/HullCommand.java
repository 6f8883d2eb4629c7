package dev.athanor.agent.cli;

import dev.athanor.matter.thermodynamics.Decomposition;
import dev.athanor.matter.thermodynamics.PhaseDiagram;
import dev.athanor.matter.thermodynamics.PhaseEntry;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code athanor hull}: how far phases lie above their convex hull. */
@Command(
    name = "hull",
    description = "Energies above the convex hull, and what phases decompose into",
    footerHeading = "%n",
    footer = {
      "FILE has formula and formation_energy_per_atom (eV/atom) and, if wanted, id: JSON",
      "lines, or a table whose first line names the columns (.csv, .tsv); also with .gz.",
      "The phases of the file make the hull, unless --reference names other ones; an",
      "element that is not among them is at 0. With --json one line for each phase:",
      "e_above_hull (eV/atom) and decomposition, the shares of the atoms. A bad line gives",
      "id, error and code; the exit code is then 3, or 4 where all are bad.",
      "",
      "  athanor hull energies.csv",
      "  athanor hull candidates.jsonl --reference known --json"
    })
final class HullCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final CommonOptions common;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "formulas and formation energies: a file, a folder of such files, or -")
  private String word = "";

  @Option(
      names = "--reference",
      paramLabel = "FILE",
      description = "the competing phases, where they are others; 'known': those of the product")
  private @Nullable String reference;

  @Option(
      names = "--decomposition-energy",
      description = "also the distance to the hull of all other compositions: below 0 where stable")
  private boolean decompositionEnergy;

  HullCommand(Surroundings surroundings, CommonOptions common) {
    this.surroundings = surroundings;
    this.common = common;
  }

  @Override
  public Integer call() {
    List<PhaseLines.PhaseLine> lines = PhaseLines.read(word, surroundings);
    PhaseDiagram hull =
        HullReference.of(Optional.ofNullable(reference), PhaseLines.phases(lines), surroundings);
    if (!common.json()) {
      Terminal terminal = surroundings.terminal();
      terminal.out().println(HullReply.header(terminal, decompositionEnergy));
    }
    try (Replies replies = new Replies(surroundings, common)) {
      for (PhaseLines.PhaseLine line : lines) {
        if (line instanceof PhaseLines.PhaseLine.Phase phase) {
          replies.add(phase.entry().id(), 1, () -> reply(hull, phase.entry()));
        } else if (line instanceof PhaseLines.PhaseLine.Rejected bad) {
          replies.reject(bad.id(), bad.why());
        }
      }
      return replies.finish("'" + word + "'");
    }
  }

  private HullReply reply(PhaseDiagram hull, PhaseEntry entry) {
    Decomposition decomposition = hull.decompose(entry.composition());
    return new HullReply(
        entry,
        entry.formationEnergyPerAtom() - decomposition.hullEnergy(),
        decomposition,
        decompositionEnergy
            ? OptionalDouble.of(hull.distanceToHullOfOthers(entry))
            : OptionalDouble.empty());
  }
}
