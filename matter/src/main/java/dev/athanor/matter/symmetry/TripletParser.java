package dev.athanor.matter.symmetry;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.util.Locale;

/** Reads coordinate triplets: three sums of {@code x}, {@code y}, {@code z} and a number. */
final class TripletParser {
  private static final int MAX_LENGTH = 120;

  /** Decimals this close to a multiple of 1/24 mean that fraction: 0.333 and 0.67 do. */
  private static final double SNAP = 4e-3;

  private final String text;
  private int position;
  private final int[] factors = new int[3];
  private double constant;

  private TripletParser(String text) {
    this.text = text;
  }

  static SymmetryOperation parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new MatterException(
          MatterErrors.BAD_SYMMETRY,
          "a symmetry operation of " + text.length() + " characters; at most " + MAX_LENGTH);
    }
    String packed = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    String[] parts = packed.split(",", -1);
    if (parts.length != 3) {
      throw new MatterException(
          MatterErrors.BAD_SYMMETRY,
          "a symmetry operation needs three coordinates, has " + parts.length + ": '" + text + "'");
    }
    int[] rotation = new int[9];
    int[] translation = new int[3];
    for (int row = 0; row < 3; row++) {
      TripletParser parser = new TripletParser(parts[row]);
      parser.readSum(text);
      System.arraycopy(parser.factors, 0, rotation, 3 * row, 3);
      translation[row] = units(parser.constant);
    }
    return SymmetryOperation.of(rotation, translation);
  }

  private void readSum(String whole) {
    if (text.isEmpty()) {
      throw bad(whole);
    }
    while (position < text.length()) {
      int sign = 1;
      if (text.charAt(position) == '+' || text.charAt(position) == '-') {
        sign = text.charAt(position) == '-' ? -1 : 1;
        position++;
      } else if (position > 0) {
        throw bad(whole);
      }
      readTerm(sign, whole);
    }
  }

  private void readTerm(int sign, String whole) {
    if (position >= text.length()) {
      throw bad(whole);
    }
    int axis = "xyz".indexOf(text.charAt(position));
    if (axis >= 0) {
      position++;
      factors[axis] += sign;
      return;
    }
    double value = number(whole);
    if (position < text.length() && text.charAt(position) == '/') {
      position++;
      double divisor = number(whole);
      if (divisor == 0) {
        throw bad(whole);
      }
      value /= divisor;
    }
    if (position < text.length() && text.charAt(position) == '*') {
      position++;
    }
    axis = position < text.length() ? "xyz".indexOf(text.charAt(position)) : -1;
    if (axis < 0) {
      constant += sign * value;
      return;
    }
    position++;
    if (value != Math.rint(value) || value > 9) {
      throw new MatterException(
          MatterErrors.BAD_SYMMETRY,
          "a symmetry operation with the coefficient " + value + ": '" + whole + "'");
    }
    factors[axis] += sign * (int) value;
  }

  private double number(String whole) {
    int start = position;
    while (position < text.length()
        && (text.charAt(position) == '.' || isDigit(text.charAt(position)))) {
      position++;
    }
    try {
      return Double.parseDouble(text.substring(start, position));
    } catch (NumberFormatException e) {
      throw bad(whole);
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int units(double value) {
    double fraction = value - Math.floor(value);
    double inTwentyFourths = Math.rint(fraction * 24);
    if (Math.abs(fraction - inTwentyFourths / 24) < SNAP) {
      return (int) (inTwentyFourths * (SymmetryOperation.DENOMINATOR / 24));
    }
    return (int) Math.rint(fraction * SymmetryOperation.DENOMINATOR);
  }

  private static MatterException bad(String whole) {
    return new MatterException(
        MatterErrors.BAD_SYMMETRY, "'" + whole + "' is no symmetry operation");
  }
}
