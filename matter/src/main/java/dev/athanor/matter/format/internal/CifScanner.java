package dev.athanor.matter.format.internal;

/** Cuts the text of a CIF into words, quoted values and text fields, and counts lines. */
final class CifScanner {
  /** What a token is. */
  enum Kind {
    DATA,
    SAVE,
    LOOP,
    TAG,
    VALUE,
    /** {@code global_} or {@code stop_}. */
    OTHER_KEYWORD,
    END
  }

  private final String text;
  private final boolean version2;
  private int position;
  private int currentLine = 1;
  private boolean inLoop;

  private Kind kind = Kind.END;
  private int start;
  private int end;
  private int line = 1;
  private boolean quoted;
  private boolean unclosedQuote;
  private int unclosedTextLine;

  /** Up to here, by kind of quote, the line is known to hold no closing quote. */
  private final int[] noCloseBefore = new int[2];

  CifScanner(String text) {
    this.text = text;
    this.version2 = text.startsWith("#\\#CIF_2.0") || text.startsWith("\uFEFF#\\#CIF_2.0");
    this.position = text.startsWith("\uFEFF") ? 1 : 0;
  }

  Kind kind() {
    return kind;
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

  boolean isQuoted() {
    return quoted;
  }

  /** True when the present value opens a quote that its line does not close. */
  boolean isUnclosedQuote() {
    return unclosedQuote;
  }

  int unclosedTextLine() {
    return unclosedTextLine;
  }

  String text() {
    return text.substring(start, end);
  }

  /** Within a loop an unclosed quote costs one word, outside of one the rest of the line. */
  void inLoop(boolean loop) {
    inLoop = loop;
  }

  void next() {
    skipBlanks();
    quoted = false;
    unclosedQuote = false;
    line = currentLine;
    if (position >= text.length()) {
      start = text.length();
      end = start;
      kind = Kind.END;
      return;
    }
    char c = text.charAt(position);
    if (c == ';' && atLineStart()) {
      textField();
    } else if (c == '\'' || c == '"') {
      quotedValue(c);
    } else if (version2 && (c == '[' || c == '{')) {
      container();
    } else {
      word();
    }
  }

  private void word() {
    start = position;
    while (position < text.length() && !isBlank(text.charAt(position))) {
      position++;
    }
    end = position;
    kind = kindOfWord();
  }

  private Kind kindOfWord() {
    char c = text.charAt(start);
    if (c == '_') {
      return end - start > 1 ? Kind.TAG : Kind.VALUE;
    }
    if (startsWith("data_")) {
      return Kind.DATA;
    }
    if (startsWith("save_")) {
      return Kind.SAVE;
    }
    int length = end - start;
    if (length == 5 && startsWith("loop_")) {
      return Kind.LOOP;
    }
    boolean keyword =
        (length == 5 && startsWith("stop_")) || (length == 7 && startsWith("global_"));
    return keyword ? Kind.OTHER_KEYWORD : Kind.VALUE;
  }

  private boolean startsWith(String keyword) {
    return text.regionMatches(true, start, keyword, 0, keyword.length())
        && end - start >= keyword.length();
  }

  private void quotedValue(char quote) {
    if (version2 && text.startsWith(String.valueOf(quote).repeat(3), position)) {
      tripleQuoted(quote);
      return;
    }
    int kindOfQuote = quote == '\'' ? 0 : 1;
    // a line of many open quotes must not be searched once for each of them
    int scan = Math.max(position + 1, noCloseBefore[kindOfQuote]);
    while (scan < text.length() && !isLineEnd(text.charAt(scan))) {
      boolean last = scan + 1 >= text.length();
      if (text.charAt(scan) == quote && (last || isBlank(text.charAt(scan + 1)))) {
        start = position + 1;
        end = scan;
        position = scan + 1;
        quoted = true;
        kind = Kind.VALUE;
        return;
      }
      scan++;
    }
    noCloseBefore[kindOfQuote] = scan;
    start = position;
    if (inLoop) {
      while (position < text.length() && !isBlank(text.charAt(position))) {
        position++;
      }
    } else {
      start = position + 1;
      position = scan;
    }
    end = Math.max(start, position);
    quoted = true;
    unclosedQuote = true;
    kind = Kind.VALUE;
  }

  private void tripleQuoted(char quote) {
    String fence = String.valueOf(quote).repeat(3);
    start = position + 3;
    int close = text.indexOf(fence, start);
    end = close < 0 ? text.length() : close;
    unclosedQuote = close < 0;
    quoted = true;
    kind = Kind.VALUE;
    moveTo(close < 0 ? end : close + 3);
  }

  /** A list or table of CIF 2.0, taken whole as one value. */
  private void container() {
    start = position;
    int depth = 0;
    int scan = position;
    while (scan < text.length()) {
      char c = text.charAt(scan);
      if (c == '[' || c == '{') {
        depth++;
      } else if (c == ']' || c == '}') {
        depth--;
      } else if ((c == '\'' || c == '"') && text.indexOf(c, scan + 1) > 0) {
        scan = text.indexOf(c, scan + 1);
      }
      scan++;
      if (depth == 0) {
        break;
      }
    }
    end = scan;
    quoted = true;
    unclosedQuote = depth > 0;
    kind = Kind.VALUE;
    moveTo(scan);
  }

  private void textField() {
    start = position + 1;
    int scan = start;
    while (true) {
      int newline = nextLineEnd(scan);
      if (newline >= text.length()) {
        unclosedTextLine = line;
        end = text.length();
        moveTo(end);
        break;
      }
      int after = newline + (isCrLf(newline) ? 2 : 1);
      if (after < text.length() && text.charAt(after) == ';') {
        end = newline;
        moveTo(after + 1);
        break;
      }
      scan = after;
    }
    quoted = true;
    kind = Kind.VALUE;
  }

  private void skipBlanks() {
    while (position < text.length()) {
      char c = text.charAt(position);
      if (c == '#') {
        position = nextLineEnd(position);
      } else if (isLineEnd(c)) {
        moveTo(position + (isCrLf(position) ? 2 : 1));
      } else if (isBlank(c)) {
        position++;
      } else {
        return;
      }
    }
  }

  private void moveTo(int target) {
    while (position < target) {
      char c = text.charAt(position);
      if (isLineEnd(c)) {
        currentLine++;
        position += isCrLf(position) ? 2 : 1;
      } else {
        position++;
      }
    }
    position = Math.min(position, text.length());
  }

  private int nextLineEnd(int from) {
    int scan = from;
    while (scan < text.length() && !isLineEnd(text.charAt(scan))) {
      scan++;
    }
    return scan;
  }

  private boolean atLineStart() {
    return position == 0 || isLineEnd(text.charAt(position - 1));
  }

  private boolean isCrLf(int at) {
    return text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  /** Anything that is not printable separates, so that a stray control character does no harm. */
  private static boolean isBlank(char c) {
    return c <= ' ' || c == '\u00A0' || c == '\u007F';
  }
}
