package dev.athanor.matter.format;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.CrystalRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One door to every structure format, by file name: {@code .cif}, {@code POSCAR CONTCAR .vasp
 * .poscar}, {@code .xyz .extxyz}, {@code .jsonl .ndjson}, each also with {@code .gz}; or a folder
 * of them, read in the order of names.
 */
public final class StructureFiles {
  /** Files in one folder, subfolders included, beyond which reading stops. */
  private static final int MAX_FILES = 1_000_000;

  private StructureFiles() {}

  /**
   * Reads a file or folder. Entries that cannot be read go to {@link StructureSink#rejected}; the
   * rest is read on.
   *
   * @throws MatterException {@code UNKNOWN_FORMAT} when {@code path} itself is nothing that can be
   *     read
   */
  public static void read(Path path, StructureSink sink) {
    if (Files.isDirectory(path)) {
      readFolder(path, sink);
      return;
    }
    if (!Files.isRegularFile(path)) {
      throw new MatterException(
          MatterErrors.UNKNOWN_FORMAT, "no file or folder '" + path.getFileName() + "'");
    }
    StructureFormat format =
        StructureFormat.of(path)
            .orElseThrow(
                () ->
                    new MatterException(
                        MatterErrors.UNKNOWN_FORMAT,
                        "'" + path.getFileName() + "' has the name of no structure format"));
    read(path, String.valueOf(path.getFileName()), format, sink);
  }

  /**
   * Reads crystal JSON lines from a stream, packed or not, such as the standard input; the caller
   * closes it. Lines that cannot be read go to {@link StructureSink#rejected}.
   *
   * @param name what the stream is called where a line has no identifier
   */
  public static void readJsonLines(InputStream stream, String name, StructureSink sink) {
    try {
      StructureFormat.readLines(stream, name, sink);
    } catch (MatterException e) {
      sink.rejected(name, e);
    } catch (IOException e) {
      sink.rejected(
          name, new MatterException(MatterErrors.MALFORMED, "'" + name + "' cannot be read"));
    }
  }

  /**
   * Every crystal of a file or folder.
   *
   * @throws MatterException for the first entry that cannot be read
   */
  public static List<CrystalRecord> readAll(Path path) {
    List<CrystalRecord> entries = new ArrayList<>();
    read(
        path,
        new StructureSink() {
          @Override
          public void accepted(CrystalRecord entry) {
            entries.add(entry);
          }

          @Override
          public void rejected(String id, MatterException why) {
            throw why;
          }
        });
    return entries;
  }

  /**
   * Writes crystals in the format that the file name tells, packed where it ends in {@code .gz}.
   * The file appears whole or not at all.
   *
   * @throws MatterException {@code UNKNOWN_FORMAT} for a name that tells none, or one that cannot
   *     hold so many; {@code DISORDERED} where the format cannot hold shared sites
   * @throws UncheckedIOException when the file cannot be written
   */
  public static void write(Path path, List<CrystalRecord> entries) {
    StructureFormat format =
        StructureFormat.of(path)
            .orElseThrow(
                () ->
                    new MatterException(
                        MatterErrors.UNKNOWN_FORMAT,
                        "'" + path.getFileName() + "' has the name of no structure format"));
    BoundedText.write(path, format.write(entries));
  }

  /** The format that a file name tells, where it tells one. */
  public static Optional<StructureFormat> formatOf(Path path) {
    return StructureFormat.of(path);
  }

  private static void readFolder(Path folder, StructureSink sink) {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder, 8)) {
      files =
          walk.filter(Files::isRegularFile)
              .filter(file -> StructureFormat.of(file).isPresent())
              .limit(MAX_FILES)
              .sorted()
              .toList();
    } catch (IOException e) {
      throw new MatterException(
          MatterErrors.UNKNOWN_FORMAT, "folder '" + folder.getFileName() + "' cannot be listed");
    }
    if (files.isEmpty()) {
      throw new MatterException(
          MatterErrors.UNKNOWN_FORMAT,
          "folder '" + folder.getFileName() + "' holds no structure file");
    }
    for (Path file : files) {
      StructureFormat format = StructureFormat.of(file).orElseThrow();
      String name = folder.relativize(file).toString().replace('\\', '/');
      read(file, name, format, sink);
    }
  }

  private static void read(Path file, String name, StructureFormat format, StructureSink sink) {
    try {
      format.read(file, name, sink);
    } catch (MatterException e) {
      sink.rejected(StructureFormat.stem(name), e);
    } catch (IOException e) {
      sink.rejected(
          StructureFormat.stem(name),
          new MatterException(MatterErrors.MALFORMED, "'" + name + "' cannot be read"));
    }
  }
}
