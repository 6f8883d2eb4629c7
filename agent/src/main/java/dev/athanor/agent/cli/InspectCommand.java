package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.matter.format.StructureFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code athanor inspect}: how a structure file is read, and what is odd about it. */
@Command(
    name = "inspect",
    description = "Show how a structure file is read, and what is odd about it",
    footerHeading = "%n",
    footer = {
      "Formula, cell, space group as read, sites, warnings. With --json: one object for one",
      "structure, an array for several. Exit code 3 where some structures do not read, 4 where",
      "none does.",
      "",
      "  athanor inspect crystal.cif --json"
    })
final class InspectCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final CommonOptions common;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "a structure file of any known format")
  private Path file = Path.of("");

  InspectCommand(Surroundings surroundings, CommonOptions common) {
    this.surroundings = surroundings;
    this.common = common;
  }

  @Override
  public Integer call() {
    Collected found = new Collected();
    StructureFiles.read(Inputs.readable(file), new InspectedStructures(found));
    RowErrors errors = new RowErrors(surroundings.terminal(), common);
    found.bad.forEach(errors::report);
    if (common.json()) {
      printJson(found.good);
    }
    if (found.count == 0) {
      throw new CliException(
          CliErrors.NOTHING_USABLE,
          found.bad.isEmpty()
              ? "there is no structure in '" + file + "'"
              : "no structure in '" + file + "' could be read",
          "known formats: CIF, POSCAR, XYZ with a lattice, crystal JSON lines");
    }
    return found.bad.isEmpty() ? ExitCodes.OK : ExitCodes.SOME_ROWS_BAD;
  }

  private void printJson(List<ObjectNode> structures) {
    if (structures.size() == 1) {
      surroundings.terminal().out().println(structures.get(0));
    } else if (!structures.isEmpty()) {
      surroundings.terminal().out().println(structures);
    }
  }

  /** Text is written as it comes; JSON is kept, as one structure or several look different. */
  private final class Collected implements InspectionSink {
    private final InspectionText text = new InspectionText(surroundings.terminal());
    private final List<ObjectNode> good = new ArrayList<>();
    private final List<RowErrors.BadRow> bad = new ArrayList<>();
    private long count;

    @Override
    public void inspected(Inspection inspection) {
      count++;
      if (common.json()) {
        good.add(inspection.toJson(file.toString()));
      } else {
        text.write(inspection);
      }
    }

    @Override
    public void rejected(String id, RowFault why) {
      bad.add(new RowErrors.BadRow(id, why));
    }
  }
}
