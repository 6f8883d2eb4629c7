package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.matter.MatterException;
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
      "IN: .cif, .vasp or POSCAR, .xyz or .extxyz, .jsonl, with or without .gz, or a",
      "folder.",
      "OUT: one of these. Structures that do not read, or that OUT cannot hold, are",
      "named; the others are written and the exit code is 3.",
      "",
      "  athanor convert crystals/ all.jsonl.gz"
    })
final class ConvertCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final CommonOptions common;

  @Parameters(
      index = "0",
      paramLabel = "IN",
      description = "a file or folder of structures, or - for crystal JSON lines from a pipe")
  private String input = "";

  @Parameters(index = "1", paramLabel = "OUT", description = "the file to write")
  private Path output = Path.of("");

  ConvertCommand(Surroundings surroundings, CommonOptions common) {
    this.surroundings = surroundings;
    this.common = common;
  }

  @Override
  public Integer call() throws IOException {
    CrystalSource source = CrystalSource.named(input, surroundings);
    try (StructureWriter writer = StructureWriter.open(output)) {
      Converted sink = new Converted(writer, new RowErrors(surroundings.terminal(), common));
      source.read(false, sink::take);
      if (writer.written() == 0) {
        throw new CliException(
            CliErrors.NOTHING_USABLE,
            "no structure of " + source.name() + " could be converted",
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

  private static final class Converted {
    private final StructureWriter writer;
    private final RowErrors errors;
    private long rejected;

    Converted(StructureWriter writer, RowErrors errors) {
      this.writer = writer;
      this.errors = errors;
    }

    void take(ReadEntry entry) {
      if (entry instanceof ReadEntry.Rejected bad) {
        reject(bad.id(), bad.why());
      } else if (entry instanceof ReadEntry.Read crystal) {
        try {
          writer.add(crystal.row());
        } catch (MatterException e) {
          reject(crystal.id(), RowFault.of(e));
        }
      }
    }

    private void reject(String id, RowFault why) {
      rejected++;
      errors.report(new RowErrors.BadRow(id, why));
    }
  }
}
