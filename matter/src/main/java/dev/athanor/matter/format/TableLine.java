package dev.athanor.matter.format;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.util.ArrayList;
import java.util.List;

/** One line of a table: cells parted by one character, quoted with {@code "}. */
final class TableLine {
  private TableLine() {}

  /** The character that parts the cells of this first line: tab, else semicolon, else comma. */
  static char separator(String header) {
    return header.indexOf('\t') >= 0 ? '\t' : header.indexOf(';') >= 0 ? ';' : ',';
  }

  /**
   * The cells, without spaces around them.
   *
   * @throws MatterException {@code MALFORMED} where a quotation mark is not closed
   */
  static List<String> cells(String line, char separator) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
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
    if (quoted) {
      throw new MatterException(MatterErrors.MALFORMED, "a quotation mark is not closed");
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
