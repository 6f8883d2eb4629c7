package dev.athanor.matter.format;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The second line of an extended XYZ frame: {@code key=value key="a value" flag}. */
final class KeyValueLine {
  private final String text;
  private int position;

  private KeyValueLine(String text) {
    this.text = text;
  }

  /** Values by key, quotes taken off; a flag without value is {@code T}. */
  static Map<String, String> parse(String text) {
    return new KeyValueLine(text).parse();
  }

  static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private Map<String, String> parse() {
    Map<String, String> values = new LinkedHashMap<>();
    skipBlanks();
    while (position < text.length()) {
      String key = word(true);
      skipBlanks();
      if (position < text.length() && text.charAt(position) == '=') {
        position++;
        skipBlanks();
        values.putIfAbsent(key, word(false));
      } else {
        values.putIfAbsent(key, "T");
      }
      skipBlanks();
    }
    return values;
  }

  private String word(boolean key) {
    if (position >= text.length()) {
      return "";
    }
    char c = text.charAt(position);
    if (c == '"' || c == '\'') {
      return fenced(c);
    }
    if (!key && (c == '{' || c == '[')) {
      return container(c == '{' ? '}' : ']');
    }
    int start = position;
    while (position < text.length()
        && !Character.isWhitespace(text.charAt(position))
        && !(key && text.charAt(position) == '=')) {
      position++;
    }
    if (start == position) {
      position++;
    }
    return text.substring(start, position);
  }

  private String fenced(char quote) {
    StringBuilder value = new StringBuilder();
    position++;
    while (position < text.length() && text.charAt(position) != quote) {
      if (text.charAt(position) == '\\' && position + 1 < text.length()) {
        position++;
      }
      value.append(text.charAt(position++));
    }
    if (position >= text.length()) {
      throw new MatterException(MatterErrors.MALFORMED, "a quoted value is never closed");
    }
    position++;
    return value.toString();
  }

  private String container(char close) {
    int end = text.indexOf(close, position);
    if (end < 0) {
      throw new MatterException(MatterErrors.MALFORMED, "a '" + close + "' is missing");
    }
    String value = text.substring(position + 1, end);
    position = end + 1;
    return value;
  }

  private void skipBlanks() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }
}
