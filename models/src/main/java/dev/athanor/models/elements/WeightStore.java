package dev.athanor.models.elements;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.weights.WeightFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where weight files are found: in a folder, or among the resources that the product ships. */
final class WeightStore {
  private static final String RESOURCES = "/dev/athanor/models/weights/";

  private final Optional<Path> folder;

  WeightStore(Optional<Path> folder) {
    this.folder = folder;
  }

  WeightFile read(String model) {
    String name = model + ".weights";
    try (InputStream in = open(name)) {
      return WeightFile.read(new BufferedInputStream(in, 1 << 16), model);
    } catch (IOException e) {
      throw new ModelException(
          ModelErrors.WEIGHTS_MISSING, "weights " + name + " cannot be read", e);
    }
  }

  private InputStream open(String name) throws IOException {
    if (folder.isPresent()) {
      Path file = folder.get().resolve(name);
      if (!Files.isRegularFile(file)) {
        throw missing(name);
      }
      return Files.newInputStream(file);
    }
    InputStream resource = WeightStore.class.getResourceAsStream(RESOURCES + name);
    if (resource == null) {
      throw missing(name);
    }
    return resource;
  }

  private static ModelException missing(String name) {
    return new ModelException(
        ModelErrors.WEIGHTS_MISSING, "there are no weights " + name + "; train them first");
  }
}
