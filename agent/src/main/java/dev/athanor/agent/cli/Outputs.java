package dev.athanor.agent.cli;

import dev.athanor.agent.export.AtomicFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files and folders that a command writes. */
final class Outputs {
  private Outputs() {}

  /**
   * Opens a file that appears when it is whole.
   *
   * @throws CliException {@code OUTPUT_NOT_WRITABLE}
   */
  static AtomicFile create(Path file) {
    try {
      return AtomicFile.create(file);
    } catch (IOException e) {
      throw notWritable(file, e);
    }
  }

  /**
   * Refuses to write over what is read: an input that is also the output would be gone.
   *
   * @throws CliException {@code OUTPUT_NOT_WRITABLE}
   */
  static void requireOther(Path output, Path input) {
    if (isSame(output, input)) {
      throw new CliException(
          CliErrors.OUTPUT_NOT_WRITABLE, "'" + output + "' is the input", "name another file");
    }
  }

  /** Whether both are one file that is there, whatever their names say. */
  static boolean isSame(Path one, Path other) {
    try {
      return Files.exists(one) && Files.isSameFile(one, other);
    } catch (IOException e) {
      throw notWritable(one, e);
    }
  }

  /** The failure to write to a place. */
  static CliException notWritable(Path file, IOException why) {
    String reason =
        why instanceof FileSystemException e && e.getReason() != null
            ? e.getReason()
            : "cannot be written";
    return new CliException(
        CliErrors.OUTPUT_NOT_WRITABLE,
        "'" + file + "' " + reason,
        "name a place that you may write to");
  }
}
