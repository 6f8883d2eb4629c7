package dev.athanor.agent.cli;

import dev.athanor.agent.export.AtomicFile;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.StructureFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Where structures go: one file for all of them, or a folder with a CIF for each. */
interface StructureTarget extends AutoCloseable {
  /**
   * Adds one.
   *
   * @param cif writes it as CIF, where that is wanted
   * @throws dev.athanor.matter.MatterException where the format cannot hold it
   */
  void add(CrystalRecord row, Supplier<String> cif);

  /** Gives what was written its name. */
  void commit() throws IOException;

  @Override
  void close() throws IOException;

  /**
   * Opens the place that a word names: a folder where it ends in a slash or is one, else a file in
   * the format that its name tells.
   *
   * @throws CliException {@code UNKNOWN_FORMAT} or {@code OUTPUT_NOT_WRITABLE}
   */
  static StructureTarget open(String word) throws IOException {
    Path path = Path.of(word);
    boolean folder = word.endsWith("/") || word.endsWith("\\") || Files.isDirectory(path);
    return folder && StructureFiles.formatOf(path).isEmpty()
        ? new Folder(path)
        : new SingleFile(StructureWriter.open(path));
  }

  /** One file, which appears when it is whole. */
  final class SingleFile implements StructureTarget {
    private final StructureWriter writer;

    private SingleFile(StructureWriter writer) {
      this.writer = writer;
    }

    @Override
    public void add(CrystalRecord row, Supplier<String> cif) {
      writer.add(row, cif);
    }

    @Override
    public void commit() throws IOException {
      writer.commit();
    }

    @Override
    public void close() throws IOException {
      writer.close();
    }
  }

  /** A folder; each file appears when it is whole, and stays if a later one fails. */
  final class Folder implements StructureTarget {
    private static final int MAX_NAME = 100;

    private final Path folder;
    private final Set<String> names = new HashSet<>();
    private final Map<String, Integer> counts = new HashMap<>();

    private Folder(Path folder) {
      this.folder = folder;
    }

    @Override
    public void add(CrystalRecord row, Supplier<String> cif) {
      String text = cif.get();
      try (AtomicFile file = Outputs.create(folder.resolve(name(row.id()) + ".cif"))) {
        file.stream().write(text.getBytes(StandardCharsets.UTF_8));
        file.commit();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void commit() {
      // every file has its name already
    }

    @Override
    public void close() {
      // nothing stays open between two files
    }

    /** The identifier as a file name, with a number where it came before. */
    private String name(String id) {
      String plain = id.replaceAll("[^A-Za-z0-9._+-]", "_").replaceFirst("^[.]+", "_");
      String stem =
          plain.isEmpty() ? "crystal" : plain.substring(0, Math.min(MAX_NAME, plain.length()));
      String name = stem;
      // some file systems take no notice of case
      while (!names.add(name.toLowerCase(Locale.ROOT))) {
        name = stem + "-" + counts.merge(stem.toLowerCase(Locale.ROOT), 1, Integer::sum);
      }
      return name;
    }
  }
}
