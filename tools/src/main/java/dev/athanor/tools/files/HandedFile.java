package dev.athanor.tools.files;

import dev.athanor.tools.ArtifactStore;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import dev.athanor.tools.candidate.Addresses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Content that a user gave, as an uploaded file or as text. */
public final class HandedFile {
  private HandedFile() {}

  /**
   * The content.
   *
   * @param file address of an uploaded file
   * @param text the content itself, which counts first
   * @throws ToolException {@code NOT_FOUND} where nothing is kept at the address
   */
  public static byte[] content(
      Optional<String> file, Optional<String> text, ArtifactStore artifacts) {
    return text.map(words -> words.getBytes(StandardCharsets.UTF_8))
        .or(() -> file.flatMap(artifacts::get))
        .orElseThrow(
            () ->
                new ToolException(
                    ToolErrors.NOT_FOUND,
                    "no file is stored at '" + Addresses.shown(file.orElse("")) + "'",
                    "upload the file again and use the address that is returned"));
  }

  /**
   * Shows bytes to a reader of files; nothing of them is left on the disk.
   *
   * @param name what the file is called while it is read
   * @throws ToolException {@code UNAVAILABLE} where there is no room
   */
  public static void read(byte[] bytes, String name, Consumer<Path> reader) {
    @Nullable Path folder = null;
    try {
      folder = Files.createTempDirectory("athanor-read-");
      Path file = folder.resolve(name);
      Files.write(file, bytes);
      reader.accept(file);
    } catch (IOException e) {
      throw new ToolException(
          ToolErrors.UNAVAILABLE, "there is no room to read the file", "try again later");
    } finally {
      delete(folder);
    }
  }

  private static void delete(@Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // the system clears its temporary folder; a file left behind harms nobody
      folder.toFile().deleteOnExit();
    }
  }
}
