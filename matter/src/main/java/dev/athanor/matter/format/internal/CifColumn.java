package dev.athanor.matter.format.internal;

import java.util.Arrays;

/**
 * A data name and its values: one for a plain item, one a row for a loop.
 *
 * <p>Values stay in the text of the file until they are asked for, three integers each, so that a
 * loop of millions of rows costs less than its text.
 */
public final class CifColumn {
  private final String tag;
  private final int line;
  private final int loop;
  private final String source;

  /** Where each value starts, where it ends (the complement where it is quoted), and its line. */
  private int[] cells = new int[3];

  private int size;
  private int raggedLine;

  /**
   * @param tag data name in lower case with dots turned to underscores, so that core CIF and mmCIF
   *     spellings are one
   * @param line line of the name, 1-based
   * @param loop number of the loop in its file; 0 for a plain item
   * @param source text of the file
   */
  CifColumn(String tag, int line, int loop, String source) {
    this.tag = tag;
    this.line = line;
    this.loop = loop;
    this.source = source;
  }

  /** Data name in lower case, dots turned to underscores. */
  public String tag() {
    return tag;
  }

  /** Line of the name, 1-based. */
  public int line() {
    return line;
  }

  /** Number of the loop in its file; 0 for a plain item. */
  public int loop() {
    return loop;
  }

  /** Line where the last row of the loop breaks off; 0 when all rows are whole. */
  public int raggedLine() {
    return raggedLine;
  }

  /** How many values there are. */
  public int size() {
    return size;
  }

  /** One of the values. */
  public CifValue value(int row) {
    int end = cells[3 * row + 1];
    boolean quoted = end < 0;
    return new CifValue(
        CifText.of(source, cells[3 * row], quoted ? ~end : end), quoted, cells[3 * row + 2]);
  }

  /** Line of one of the values, 1-based. */
  public int lineOf(int row) {
    return cells[3 * row + 2];
  }

  /** True when a value is a bare {@code ?} or {@code .}. */
  public boolean isMissing(int row) {
    int start = cells[3 * row];
    if (cells[3 * row + 1] != start + 1) {
      return false;
    }
    char c = source.charAt(start);
    return c == '?' || c == '.';
  }

  /** True when a value is there that is neither {@code ?} nor {@code .}. */
  public boolean holdsAny() {
    for (int row = 0; row < size; row++) {
      if (!isMissing(row)) {
        return true;
      }
    }
    return false;
  }

  void add(int start, int end, boolean quoted, int valueLine) {
    if (3 * size == cells.length) {
      cells = Arrays.copyOf(cells, 3 * Math.max(8, size + size / 2));
    }
    cells[3 * size] = start;
    cells[3 * size + 1] = quoted ? ~end : end;
    cells[3 * size + 2] = valueLine;
    size++;
  }

  /** Drops the value of a row that the loop never finishes. */
  void cutTo(int rows, int where) {
    size = Math.min(size, rows);
    raggedLine = where;
  }
}
