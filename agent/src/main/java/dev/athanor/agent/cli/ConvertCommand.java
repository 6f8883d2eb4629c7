package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.StructureFiles;
import dev.athanor.matter.format.StructureSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code athanor convert}: structures from one format to another, by the names of the files. */
@Command(
    name = "convert",
    description = "Convert structures from one format to another, by the names of the files",
    footerHeading = "%n",
    footer = {
      "IN: .cif, .vasp or POSCAR, .xyz or .extxyz, .jsonl, with or without .gz, or a folder.",
      "OUT: one of these. Structures that do not read, or that OUT cannot hold, are named; the",
      "others are written and the exit code is 3.",
      "",
      "  athanor convert crystals/ all.jsonl.gz"
    })
final class ConvertCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final CommonOptions common;

  @Parameters(index = "0", paramLabel = "IN", description = "a file or folder of structures")
  private Path input = Path.of("");

  @Parameters(index = "1", paramLabel = "OUT", description = "the file to write")
  private Path output = Path.of("");

  ConvertCommand(Surroundings surroundings, CommonOptions common) {
    this.surroundings = surroundings;
    this.common = common;
  }

  @Override
  public Integer call() throws IOException {
    Path source = Inputs.readable(input);
    try (StructureWriter writer = StructureWriter.open(output)) {
      Converted sink = new Converted(writer, new RowErrors(surroundings.terminal(), common));
      StructureFiles.read(source, sink);
      if (writer.written() == 0) {
        throw new CliException(
            CliErrors.NOTHING_USABLE,
            "no structure of '" + input + "' could be converted",
            "'athanor inspect " + input + "' shows how it is read");
      }
      writer.commit();
      report(writer.written(), sink.rejected);
      return sink.rejected == 0 ? ExitCodes.OK : ExitCodes.SOME_ROWS_BAD;
    }
  }

  private void report(long written, long rejected) {
    Terminal terminal = surroundings.terminal();
    if (common.json()) {
      ObjectNode node = new ObjectMapper().createObjectNode();
      node.put("written", written);
      node.put("rejected", rejected);
      node.put("output", output.toString());
      terminal.out().println(node);
    } else if (terminal.showsProgress()) {
      terminal
          .err()
          .println(
              terminal.paintError(Paint.GREEN, "done")
                  + " "
                  + written
                  + (written == 1 ? " structure" : " structures")
                  + " written to "
                  + output);
    }
  }

  private static final class Converted implements StructureSink {
    private final StructureWriter writer;
    private final RowErrors errors;
    private long rejected;

    Converted(StructureWriter writer, RowErrors errors) {
      this.writer = writer;
      this.errors = errors;
    }

    @Override
    public void accepted(CrystalRecord row) {
      try {
        writer.add(row);
      } catch (MatterException e) {
        rejected(row.id(), e);
      }
    }

    @Override
    public void rejected(String id, MatterException why) {
      rejected++;
      errors.report(new RowErrors.BadRow(id, RowFault.of(why)));
    }
  }
}
