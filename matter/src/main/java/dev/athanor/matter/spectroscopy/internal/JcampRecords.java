package dev.athanor.matter.spectroscopy.internal;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.util.Locale;
import java.util.Optional;

/** Cuts a JCAMP-DX text into its labelled data records, one at a time. */
public final class JcampRecords {
  private static final int MAX_LABEL = 200;

  private final String text;
  private int position;
  private int line = 1;

  /** From the first record on; text before it is passed over. */
  public JcampRecords(String text) {
    this.text = text;
    position = text.startsWith("\uFEFF") ? 1 : 0;
    skipToLabel();
  }

  /**
   * The next record.
   *
   * @throws MatterException {@code MALFORMED} for a label without {@code =}
   */
  public Optional<JcampRecord> next() {
    if (position >= text.length()) {
      return Optional.empty();
    }
    int labelStart = position + 2;
    int labelLine = line;
    int equals = labelStart;
    while (equals < text.length() && text.charAt(equals) != '=' && !isLineEnd(equals)) {
      equals++;
    }
    if (equals >= text.length() || text.charAt(equals) != '=' || equals - labelStart > MAX_LABEL) {
      throw new MatterException(
          MatterErrors.MALFORMED, "a label of a record is not followed by '='", labelLine);
    }
    String label = normalised(text.substring(labelStart, equals));
    position = equals + 1;
    moveToLineEnd();
    skipToLabel();
    return Optional.of(new JcampRecord(label, labelLine, equals + 1, position));
  }

  /** How labels are compared: {@code X UNITS}, {@code XUNITS} and {@code x-units} are one. */
  public static String normalised(String label) {
    StringBuilder normal = new StringBuilder(label.length());
    for (int i = 0; i < label.length(); i++) {
      char c = label.charAt(i);
      if (c > ' ' && "-/_".indexOf(c) < 0) {
        normal.append(c);
      }
    }
    return normal.toString().toUpperCase(Locale.ROOT);
  }

  /**
   * The value of a record without comments, lines joined by line feeds, blanks around it dropped.
   *
   * @param limit characters after which it is cut
   */
  public String value(JcampRecord record, int limit) {
    StringBuilder value = new StringBuilder();
    boolean comment = false;
    for (int i = record.start(); i < record.end() && value.length() < limit; i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        comment = false;
        boolean more = !value.isEmpty() && value.charAt(value.length() - 1) != '\n';
        value.append(more ? "\n" : "");
      } else {
        comment |= c == '$' && text.startsWith("$$", i);
        value.append(comment ? "" : String.valueOf(c));
      }
    }
    return value.toString().strip();
  }

  private void skipToLabel() {
    while (position < text.length()) {
      int first = position;
      while (first < text.length() && (text.charAt(first) == ' ' || text.charAt(first) == '\t')) {
        first++;
      }
      if (text.startsWith("##", first)) {
        position = first;
        return;
      }
      position = first;
      moveToLineEnd();
    }
  }

  /** To the first character of the next line. */
  private void moveToLineEnd() {
    while (position < text.length() && !isLineEnd(position)) {
      position++;
    }
    if (position < text.length()) {
      position += text.startsWith("\r\n", position) ? 2 : 1;
      line++;
    }
  }

  private boolean isLineEnd(int at) {
    return text.charAt(at) == '\n' || text.charAt(at) == '\r';
  }
}
