package dev.athanor.tools.transcription;

import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The first line of a table, and where the columns that were declared stand in it. */
final class TableHeader {
  private final char separator;
  private final Map<String, Integer> places;

  private TableHeader(char separator, Map<String, Integer> places) {
    this.separator = separator;
    this.places = places;
  }

  /**
   * The header that a line is.
   *
   * @param wanted columns that it must have
   * @param welcome columns that it may have
   * @throws ToolException {@code BAD_INPUT} where it lacks a wanted one
   */
  static TableHeader of(String line, List<String> wanted, List<String> welcome) {
    String first = line.startsWith("\uFEFF") ? line.substring(1) : line;
    char separator = first.indexOf('\t') >= 0 ? '\t' : first.indexOf(';') >= 0 ? ';' : ',';
    List<String> names = cells(first, separator).orElse(List.of());
    Map<String, Integer> places = new LinkedHashMap<>();
    for (String name : wanted) {
      int place = place(names, name);
      if (place < 0) {
        throw new ToolException(
            ToolErrors.BAD_INPUT,
            "the table's first line names no column '" + name + "'",
            "name a column that is there, with the letters that it has");
      }
      places.put(name, place);
    }
    for (String name : welcome) {
      places.putIfAbsent(name, place(names, name));
    }
    return new TableHeader(separator, places);
  }

  private static int place(List<String> names, String name) {
    int place = names.indexOf(name);
    for (int i = 0; place < 0 && i < names.size(); i++) {
      place = names.get(i).equalsIgnoreCase(name) ? i : -1;
    }
    return place;
  }

  /** The cells of a line; empty where a quotation mark is not closed. */
  Optional<Row> cells(String line) {
    return cells(line, separator).map(Row::new);
  }

  /** Cells of a line. */
  final class Row {
    private final List<String> cells;

    private Row(List<String> cells) {
      this.cells = cells;
    }

    /** What stands in a column; empty where nothing does. */
    Optional<String> cell(String column) {
      int place = places.getOrDefault(column, -1);
      return place >= 0 && place < cells.size() && !cells.get(place).isEmpty()
          ? Optional.of(cells.get(place))
          : Optional.empty();
    }
  }

  private static Optional<List<String>> cells(String line, char separator) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        boolean pair = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
        if (pair) {
          cell.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == separator && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return quoted ? Optional.empty() : Optional.of(cells);
  }
}
