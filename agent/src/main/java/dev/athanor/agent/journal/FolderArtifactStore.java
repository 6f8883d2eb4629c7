package dev.athanor.agent.journal;

import dev.athanor.agent.AgentErrors;
import dev.athanor.agent.AgentException;
import dev.athanor.agent.json.CanonicalJson;
import dev.athanor.tools.ArtifactStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Artifacts as files named by the SHA-256 of their content, in folders of their first two digits.
 * Written beside and moved into place; checked against their name on every read.
 */
public final class FolderArtifactStore implements ArtifactStore {
  private static final Pattern ADDRESS = Pattern.compile("[0-9a-f]{12,64}");
  private static final int FULL = 64;

  private final Path folder;

  /** A store in this folder, which is made when something is kept. */
  public FolderArtifactStore(Path folder) {
    this.folder = folder;
  }

  @Override
  public String put(byte[] content) {
    String address = CanonicalJson.sha256(content);
    Path place = place(address);
    if (Files.exists(place)) {
      return address;
    }
    try {
      Files.createDirectories(parent(place));
      Path beside = Files.createTempFile(parent(place), ".part", "");
      try {
        Files.write(beside, content);
        Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the artifact folder cannot be written", e);
    }
    return address;
  }

  @Override
  public Optional<byte[]> get(String address) {
    if (!ADDRESS.matcher(address).matches()) {
      return Optional.empty();
    }
    return full(address).map(this::read);
  }

  private Optional<String> full(String address) {
    if (address.length() == FULL) {
      return Files.exists(place(address)) ? Optional.of(address) : Optional.empty();
    }
    Path shelf = parent(place(address));
    if (!Files.isDirectory(shelf)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(shelf)) {
      List<String> found =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.length() == FULL && name.startsWith(address))
              .limit(2)
              .toList();
      return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("the artifact folder cannot be read", e);
    }
  }

  private byte[] read(String address) {
    try {
      byte[] content = Files.readAllBytes(place(address));
      if (!CanonicalJson.sha256(content).equals(address)) {
        throw new AgentException(
            AgentErrors.ARTIFACT_CORRUPT,
            "artifact " + address + " is damaged",
            "delete it and run again what made it");
      }
      return content;
    } catch (IOException e) {
      throw new UncheckedIOException("an artifact cannot be read", e);
    }
  }

  private Path place(String address) {
    return folder.resolve(address.substring(0, 2)).resolve(address);
  }

  private static Path parent(Path place) {
    return place.resolveSibling("");
  }
}
