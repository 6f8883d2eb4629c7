package dev.athanor.matter.molecule.file;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import java.util.regex.Pattern;

/** Numbers and symbols of molecule files. */
final class Fields {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:[0-9]{1,20}\\.?[0-9]{0,30}|\\.[0-9]{1,30})(?:[eE][+-]?[0-9]{1,3})?");
  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,6}");
  private static final int SHOWN = 30;

  private Fields() {}

  static double number(String text, int line) {
    String word = text.strip();
    if (!NUMBER.matcher(word).matches()) {
      throw new MatterException(
          MatterErrors.BAD_COORDINATES, "'" + shown(word) + "' is no number", line);
    }
    return Double.parseDouble(word);
  }

  static int integer(String text, int line) {
    String word = text.strip();
    if (!INTEGER.matcher(word).matches()) {
      throw new MatterException(
          MatterErrors.MALFORMED, "'" + shown(word) + "' is no whole number", line);
    }
    return Integer.parseInt(word);
  }

  static Element element(String text, int line) {
    String word = text.strip();
    return Element.ofSymbol(word)
        .orElseThrow(
            () ->
                new MatterException(
                    MatterErrors.UNKNOWN_ELEMENT, "'" + shown(word) + "' names no element", line));
  }

  /** Columns of a line, 0-based, end not included; blank where the line is shorter. */
  static String columns(String line, int from, int to) {
    return from >= line.length() ? "" : line.substring(from, Math.min(to, line.length()));
  }

  static String shown(String word) {
    return word.length() > SHOWN ? word.substring(0, SHOWN) + "..." : word;
  }
}
