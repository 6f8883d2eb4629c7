package dev.athanor.agent.cli;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.format.PhaseEntryReader;
import dev.athanor.matter.format.PhaseEntrySink;
import dev.athanor.matter.thermodynamics.PhaseEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Formation energies as they stand in a file, in the files of a folder, or in a pipe. */
final class PhaseLines {
  private static final List<String> ENDINGS = List.of(".jsonl", ".ndjson", ".csv", ".tsv");

  /** One line of the input. */
  sealed interface PhaseLine {
    /** A phase. */
    record Phase(PhaseEntry entry) implements PhaseLine {}

    /** A line that is none. */
    record Rejected(String id, RowFault why) implements PhaseLine {}
  }

  private PhaseLines() {}

  /**
   * All lines, in order; a hull needs them all before it can say anything.
   *
   * @param word a file, a folder, or {@code -}
   */
  static List<PhaseLine> read(String word, Surroundings surroundings) {
    Collected lines = new Collected();
    try {
      if (word.equals(CrystalSource.STANDARD_INPUT)) {
        PhaseEntryReader.read(surroundings.input(), lines);
      } else {
        for (Path file : files(Inputs.readable(Path.of(word)))) {
          // not by its path, as that may be a named pipe
          try (InputStream stream = Files.newInputStream(file)) {
            PhaseEntryReader.read(stream, lines);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines.found;
  }

  /** The phases among these lines. */
  static List<PhaseEntry> phases(List<PhaseLine> lines) {
    return lines.stream()
        .flatMap(line -> line instanceof PhaseLine.Phase phase ? Stream.of(phase.entry()) : null)
        .toList();
  }

  private static List<Path> files(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    List<Path> files;
    try (Stream<Path> listed = Files.list(path)) {
      files = listed.filter(Files::isRegularFile).filter(PhaseLines::isTable).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (files.isEmpty()) {
      throw new CliException(
          CliErrors.NOTHING_USABLE,
          "folder '" + path + "' holds no table of formation energies",
          "known endings: .jsonl, .csv, .tsv, each also with .gz");
    }
    return files;
  }

  private static boolean isTable(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String unpacked = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    return ENDINGS.stream().anyMatch(unpacked::endsWith);
  }

  private static final class Collected implements PhaseEntrySink {
    private final List<PhaseLine> found = new ArrayList<>();

    @Override
    public void accepted(PhaseEntry entry) {
      found.add(new PhaseLine.Phase(entry));
    }

    @Override
    public void rejected(String id, MatterException why) {
      found.add(new PhaseLine.Rejected(id, RowFault.of(why)));
    }
  }
}
