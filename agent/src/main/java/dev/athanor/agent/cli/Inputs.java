package dev.athanor.agent.cli;

import dev.athanor.matter.format.FormulaTableReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Files and folders named on the command line. */
final class Inputs {
  private Inputs() {}

  /**
   * The path, if something readable is there.
   *
   * @throws CliException {@code INPUT_NOT_FOUND}
   */
  static Path readable(Path path) {
    // an empty name stands for the current folder to the file system, and for a mistake to a person
    if (path.toString().isEmpty() || !Files.exists(path)) {
      throw new CliException(
          CliErrors.INPUT_NOT_FOUND,
          "there is no file or folder '" + path + "'",
          "check the name; paths are relative to the folder you are in");
    }
    if (!Files.isReadable(path)) {
      throw new CliException(
          CliErrors.INPUT_NOT_FOUND, "'" + path + "' may not be read", "check its permissions");
    }
    return path;
  }

  /**
   * About how many structures or formulas are in there, for a progress bar: lines of a JSON-lines
   * file, rows of a table, files of a folder; 0 where that says nothing.
   */
  static long structureCount(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      try (Stream<Path> files = Files.list(path)) {
        return files.filter(Files::isRegularFile).count();
      }
    }
    String name = path.toString();
    if (name.endsWith(".jsonl") || name.endsWith(".jsonl.gz")) {
      return lineCount(path);
    }
    // the first line of a table names its columns
    return FormulaTableReader.isTable(path) ? Math.max(0, lineCount(path) - 1) : 0;
  }

  private static long lineCount(Path path) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long lines = 0;
    try (InputStream file = new BufferedInputStream(Files.newInputStream(path));
        InputStream stream =
            path.toString().endsWith(".gz") ? new GZIPInputStream(file, 1 << 16) : file) {
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        for (int i = 0; i < n; i++) {
          if (buffer[i] == '\n') {
            lines++;
          }
        }
      }
    }
    return lines;
  }
}
