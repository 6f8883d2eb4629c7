package dev.athanor.models.elements.training;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of the project's data folder. */
final class DataFiles {
  private DataFiles() {}

  /**
   * A file that must be there.
   *
   * @throws ModelException {@code BAD_DATA} where it is not
   */
  static Path require(Path folder, String name) {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new ModelException(ModelErrors.BAD_DATA, "the data folder lacks " + name);
    }
    return file;
  }
}
