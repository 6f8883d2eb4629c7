package dev.athanor.matter.format.internal;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.util.OptionalDouble;

/** Numbers as CIFs write them: {@code 5.4310(2)}, {@code -.5}, {@code 1.2e-3(4)}, {@code 1/3}. */
public final class CifNumbers {
  private static final int MAX_LENGTH = 64;

  private CifNumbers() {}

  /**
   * The number, its standard uncertainty dropped.
   *
   * @throws MatterException with the given code and the line of the value, where it is no number
   */
  public static double parse(CifValue value, String what, MatterErrors code) {
    OptionalDouble number = tryParse(value.text());
    if (number.isEmpty()) {
      String text = value.text().strip();
      String shown = text.length() > 30 ? text.substring(0, 30) + "..." : text;
      throw new MatterException(code, what + " is '" + shown + "', no number", value.line());
    }
    return number.getAsDouble();
  }

  /** The number, or empty where the text is none. */
  public static OptionalDouble tryParse(String raw) {
    String text = raw.strip();
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      return OptionalDouble.empty();
    }
    int bracket = text.indexOf('(');
    if (bracket >= 0) {
      if (!isUncertainty(text, bracket + 1)) {
        return OptionalDouble.empty();
      }
      text = text.substring(0, bracket);
    }
    int slash = text.indexOf('/');
    if (slash > 0) {
      OptionalDouble above = decimal(text.substring(0, slash));
      OptionalDouble below = decimal(text.substring(slash + 1));
      return above.isPresent() && below.isPresent() && below.getAsDouble() != 0
          ? OptionalDouble.of(above.getAsDouble() / below.getAsDouble())
          : OptionalDouble.empty();
    }
    return decimal(text);
  }

  /** Digits with at most one point, and the closing bracket, which some files forget. */
  private static boolean isUncertainty(String text, int from) {
    int end = text.endsWith(")") ? text.length() - 1 : text.length();
    boolean point = false;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (c == '.' && !point) {
        point = true;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }

  private static OptionalDouble decimal(String text) {
    int i = 0;
    int length = text.length();
    if (i < length && (text.charAt(i) == '+' || text.charAt(i) == '-')) {
      i++;
    }
    int digits = 0;
    boolean point = false;
    for (; i < length; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '.' && !point) {
        point = true;
      } else {
        break;
      }
    }
    if (digits == 0) {
      return OptionalDouble.empty();
    }
    if (i < length && "eEdD".indexOf(text.charAt(i)) >= 0) {
      String exponent = text.substring(i + 1);
      if (!exponent.matches("[+-]?[0-9]{1,3}")) {
        return OptionalDouble.empty();
      }
      i = length;
    }
    if (i != length) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(text.replace('D', 'e').replace('d', 'e'));
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
