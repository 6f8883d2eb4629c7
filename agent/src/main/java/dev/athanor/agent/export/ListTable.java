package dev.athanor.agent.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of a workbook.
 *
 * @param name of the sheet
 * @param header column titles, with units
 * @param rows cells, numbers as numbers; missing nodes for empty cells
 */
record ListTable(String name, List<String> header, List<List<JsonNode>> rows) {
  ListTable {
    header = List.copyOf(header);
    rows = new ArrayList<>(rows);
  }

  /** A table without rows. */
  static ListTable of(String name, String... header) {
    return new ListTable(name, List.of(header), List.of());
  }

  /** Adds a row. */
  void add(List<JsonNode> cells) {
    if (cells.size() != header.size()) {
      throw new IllegalArgumentException(
          cells.size() + " cells for " + header.size() + " columns of " + name);
    }
    rows.add(List.copyOf(cells));
  }
}
