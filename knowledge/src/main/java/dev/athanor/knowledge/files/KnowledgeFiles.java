package dev.athanor.knowledge.files;

import dev.athanor.knowledge.KnowledgeErrors;
import dev.athanor.knowledge.KnowledgeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where built files come from: the product itself, or a folder that was built. */
@FunctionalInterface
public interface KnowledgeFiles {
  /** Largest built file, bytes. */
  long MAX_BYTES = 64L << 20;

  /**
   * The whole of one built file.
   *
   * @param name plain file name
   * @throws KnowledgeException {@code MISSING_FILE}, {@code TOO_LARGE} or {@code INPUT_OUTPUT}
   */
  byte[] read(String name);

  /** The files packaged with the product. */
  static KnowledgeFiles shipped() {
    return name -> {
      try (InputStream stream =
          KnowledgeFiles.class.getResourceAsStream("/dev/athanor/knowledge/data/" + name)) {
        if (stream == null) {
          throw missing(name);
        }
        return stream.readAllBytes();
      } catch (IOException e) {
        throw unreadable(name, e);
      }
    };
  }

  /** The files of a folder that {@code KnowledgeBuilder} wrote. */
  static KnowledgeFiles folder(Path folder) {
    return name -> {
      Path file = folder.resolve(name);
      try {
        if (Files.size(file) > MAX_BYTES) {
          throw new KnowledgeException(
              KnowledgeErrors.TOO_LARGE, name + " has more than " + MAX_BYTES + " bytes");
        }
        return Files.readAllBytes(file);
      } catch (NoSuchFileException e) {
        throw missing(name);
      } catch (IOException e) {
        throw unreadable(name, e);
      }
    };
  }

  private static KnowledgeException missing(String name) {
    return new KnowledgeException(KnowledgeErrors.MISSING_FILE, "no knowledge file " + name);
  }

  private static KnowledgeException unreadable(String name, IOException cause) {
    return new KnowledgeException(
        KnowledgeErrors.INPUT_OUTPUT, "knowledge file " + name + " cannot be read", cause);
  }
}
