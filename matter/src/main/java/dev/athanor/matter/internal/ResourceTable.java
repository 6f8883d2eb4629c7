package dev.athanor.matter.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A table of tab-separated columns that ships with the product; lines that begin with # are notes.
 */
public final class ResourceTable {
  private ResourceTable() {}

  /**
   * The rows of a table.
   *
   * @param owner the class that it lies beside
   * @param name of the file, as in {@code elements.tsv}
   */
  public static List<String[]> rows(Class<?> owner, String name) {
    try (InputStream stream = Objects.requireNonNull(owner.getResourceAsStream(name), name);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
