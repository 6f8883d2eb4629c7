package dev.athanor.agent.export;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/**
 * Comma-separated lines after RFC 4180: quoted where a comma, a quote or a line break asks for it,
 * lines ended by a line feed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
public final class CsvLines {
  private final Appendable target;

  /** Lines that go to {@code target}. */
  public CsvLines(Appendable target) {
    this.target = target;
  }

  /** Writes one line. */
  public void write(List<String> cells) throws IOException {
    Iterator<String> each = cells.iterator();
    while (each.hasNext()) {
      target.append(quoted(each.next()));
      if (each.hasNext()) {
        target.append(',');
      }
    }
    target.append('\n');
  }

  /**
   * A cell that a spreadsheet will not run as a formula: text that starts with {@code = + - @}, a
   * tab or a carriage return gets an apostrophe before it, unless it is a plain number.
   *
   * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP, CSV injection</a>
   */
  public static String guarded(String cell) {
    if (cell.isEmpty() || "=+-@\t\r".indexOf(cell.charAt(0)) < 0) {
      return cell;
    }
    return isNumber(cell) ? cell : "'" + cell;
  }

  private static boolean isNumber(String cell) {
    return cell.matches("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
