package dev.athanor.tools.synthesis;

import dev.athanor.matter.chemistry.Element;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A tab-separated resource of this package: one line an element, comment lines start with #. */
final class ElementTable {
  private ElementTable() {}

  /** The columns after the symbol, by element. */
  static Map<Element, List<String>> load(String resource, int columns) {
    EnumMap<Element, List<String>> table = new EnumMap<>(Element.class);
    try (InputStream stream =
            Objects.requireNonNull(ElementTable.class.getResourceAsStream(resource), resource);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line : reader.lines().filter(text -> !text.startsWith("#")).toList()) {
        List<String> cells = List.of(line.split("\t", -1));
        if (cells.size() != columns + 1) {
          throw new IllegalStateException(resource + ": " + line);
        }
        table.put(Element.valueOf(cells.get(0)), cells.subList(1, cells.size()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }
}
