package dev.athanor.matter.spectroscopy.internal;

/** The lines of a table within a text: where each starts and ends, comments cut off. */
final class TableLines {
  private final String text;
  private final int limit;
  private int next;
  private int start;
  private int end;
  private int line;

  /** Lines of {@code text} from {@code from} to {@code limit}; the first has this number. */
  TableLines(String text, int from, int limit, int line) {
    this.text = text;
    this.limit = limit;
    this.next = from;
    this.line = line - 1;
  }

  boolean next() {
    if (next >= limit) {
      return false;
    }
    line++;
    start = next;
    int scan = start;
    end = -1;
    while (scan < limit && text.charAt(scan) != '\n' && text.charAt(scan) != '\r') {
      if (end < 0 && text.charAt(scan) == '$' && text.startsWith("$$", scan)) {
        end = scan;
      }
      scan++;
    }
    end = end < 0 ? scan : end;
    next = scan + (text.startsWith("\r\n", scan) ? 2 : 1);
    return true;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  int line() {
    return line;
  }
}
