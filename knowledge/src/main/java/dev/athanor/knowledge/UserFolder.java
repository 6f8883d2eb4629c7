package dev.athanor.knowledge;

import dev.athanor.knowledge.files.BoundedLines;
import dev.athanor.knowledge.files.RowProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The folder of a user's own files, if there is one.
 *
 * @param root the folder
 */
record UserFolder(Optional<Path> root) {
  private static final int MAX_FILES = 1_000;

  static UserFolder none() {
    return new UserFolder(Optional.empty());
  }

  /** A folder within, where it exists. */
  Optional<Path> folder(String name) {
    return root.map(r -> r.resolve(name)).filter(Files::isDirectory);
  }

  /** Reads every file of an ending in a folder within; a file refused as a whole is a problem. */
  <T> List<T> read(
      String name,
      String ending,
      BiFunction<BoundedLines, RowProblems, List<T>> reader,
      RowProblems problems) {
    List<T> rows = new ArrayList<>();
    for (Path file : folder(name).map(f -> files(f, ending)).orElse(List.of())) {
      try (BoundedLines lines = BoundedLines.open(file)) {
        rows.addAll(reader.apply(lines, problems));
      } catch (KnowledgeException e) {
        problems.add(String.valueOf(file.getFileName()), 0, String.valueOf(e.getMessage()));
      }
    }
    return rows;
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> listing = Files.list(folder)) {
      return listing
          .filter(
              file -> {
                String name = String.valueOf(file.getFileName());
                return name.endsWith(ending) || name.endsWith(ending + ".gz");
              })
          .sorted()
          .limit(MAX_FILES)
          .toList();
    } catch (IOException e) {
      throw new KnowledgeException(
          KnowledgeErrors.INPUT_OUTPUT, "a folder of the user's files cannot be listed", e);
    }
  }
}
