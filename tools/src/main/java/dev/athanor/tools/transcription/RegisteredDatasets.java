package dev.athanor.tools.transcription;

import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import dev.athanor.tools.ToolJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Private data sets that a person has registered on this machine: a folder with a file {@code
 * NAME.json} for each, which says where the records lie and how they read. Whoever asks for a
 * transcription names one; the records themselves never travel.
 */
public final class RegisteredDatasets {
  private static final String ENDING = ".json";
  private static final int LARGEST = 1 << 20;
  private static final ToolJson JSON = new ToolJson();

  private final Path folder;

  /** Those of a folder, which need not be there. */
  public RegisteredDatasets(Path folder) {
    this.folder = folder;
  }

  /**
   * What a registration says.
   *
   * @param file of the records; relative to the folder of registrations
   * @param about in a sentence that may be public
   * @param declaration how the records read
   */
  public record Registration(String file, String about, DataDeclaration declaration) {
    public Registration {
      Objects.requireNonNull(file);
      Objects.requireNonNull(about);
      Objects.requireNonNull(declaration);
    }
  }

  /**
   * A registered data set.
   *
   * @param name under which the ledger counts it
   * @param source where the records lie
   * @param about in a sentence
   * @param declaration how the records read
   */
  public record Dataset(String name, Path source, String about, DataDeclaration declaration) {}

  /** Names of all that are registered, in the order of the alphabet. */
  public List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the folder of data sets cannot be read", e);
    }
  }

  /**
   * The data set of a name.
   *
   * @throws ToolException {@code NOT_FOUND} where none is registered, {@code BAD_INPUT} where its
   *     registration does not read
   */
  public Dataset find(String name) {
    if (!names().contains(Declared.dataset(name))) {
      List<String> names = names();
      throw new ToolException(
          ToolErrors.NOT_FOUND,
          "no data set of that name is registered",
          names.isEmpty()
              ? "none is registered; a person puts NAME.json into the folder athanor.privacy.datasets"
              : "registered are " + String.join(", ", names));
    }
    Path file = folder.resolve(name + ENDING);
    try {
      if (Files.size(file) > LARGEST) {
        throw broken();
      }
      Registration registration =
          JSON.parse(Registration.class, Files.readAllBytes(file), "registration of a data set");
      return new Dataset(
          name,
          folder.resolve(registration.file()).normalize(),
          registration.about(),
          registration.declaration());
    } catch (IOException e) {
      throw broken();
    }
  }

  private static ToolException broken() {
    return new ToolException(
        ToolErrors.BAD_INPUT,
        "the registration of this data set cannot be read",
        "ask the person who keeps the data sets to mend it");
  }
}
