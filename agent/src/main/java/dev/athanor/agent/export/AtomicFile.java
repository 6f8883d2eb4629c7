package dev.athanor.agent.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/**
 * A file that appears under its name only when it is whole: written beside it under another name,
 * renamed by {@link #commit}, deleted by {@link #close} where that did not happen.
 */
public final class AtomicFile implements AutoCloseable {
  private final Path target;
  private final Path temporary;
  private final OutputStream stream;

  private AtomicFile(Path target, Path temporary, OutputStream stream) {
    this.target = target;
    this.temporary = temporary;
    this.stream = stream;
  }

  /**
   * Opens the file; folders above it are made.
   *
   * @throws IOException if the file cannot be written there
   */
  public static AtomicFile create(Path file) throws IOException {
    Path target = file.toAbsolutePath();
    if (Files.isDirectory(target)) {
      throw new FileSystemException(file.toString(), null, "is a folder");
    }
    Path folder = Objects.requireNonNull(target.getParent());
    Files.createDirectories(folder);
    Path temporary =
        folder.resolve("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    // also gone where the process is interrupted
    temporary.toFile().deleteOnExit();
    return new AtomicFile(
        target, temporary, new BufferedOutputStream(Files.newOutputStream(temporary)));
  }

  /** Where the content goes. */
  public OutputStream stream() {
    return stream;
  }

  /** Gives the file its name, in place of an earlier one. */
  public void commit() throws IOException {
    stream.close();
    try {
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      // some network file systems rename only in two steps
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() throws IOException {
    stream.close();
    Files.deleteIfExists(temporary);
  }
}
