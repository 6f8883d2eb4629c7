package dev.athanor.matter.spectroscopy.internal;

/**
 * Decimal numbers within a longer text, as JCAMP-DX writes them: sign, digits, at most one point,
 * and an exponent only where {@code E} is followed by a sign and one to three digits. Without that
 * sign an {@code E} belongs to the compressed forms.
 */
final class NumberScanner {
  /** Every integer below this is a double, and so is every power of ten up to the 22nd. */
  private static final long EXACT = 1L << 53;

  private static final double[] POWERS = new double[23];
  private static final int MAX_LENGTH = 64;

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private final String text;
  private final int limit;
  private int end;
  private double value;

  NumberScanner(String text, int limit) {
    this.text = text;
    this.limit = limit;
  }

  /** True when a number starts at {@code from}; {@link #value} and {@link #end} then tell it. */
  boolean scan(int from) {
    return scan(from, from < limit && text.charAt(from) == '-', skipSign(from));
  }

  /**
   * The same for digits whose sign and leading digit a letter stands for.
   *
   * @param leading the digit that the letter means
   */
  void scanAfterLetter(int from, boolean negative, int leading) {
    int position = from;
    long mantissa = leading;
    while (position < limit && isDigit(text.charAt(position)) && mantissa < EXACT / 10) {
      mantissa = 10 * mantissa + (text.charAt(position++) - '0');
    }
    value = negative ? -mantissa : mantissa;
    end = position;
  }

  double value() {
    return value;
  }

  int end() {
    return end;
  }

  private int skipSign(int from) {
    boolean signed = from < limit && (text.charAt(from) == '+' || text.charAt(from) == '-');
    return signed ? from + 1 : from;
  }

  private boolean scan(int from, boolean negative, int start) {
    int position = start;
    long mantissa = 0;
    int digits = 0;
    int decimals = 0;
    boolean point = false;
    boolean exact = true;
    while (position < limit) {
      char c = text.charAt(position);
      if (isDigit(c)) {
        exact &= mantissa < EXACT / 10;
        mantissa = exact ? 10 * mantissa + (c - '0') : mantissa;
        decimals += point ? 1 : 0;
        digits++;
      } else if (c == '.' && !point) {
        point = true;
      } else {
        break;
      }
      position++;
    }
    if (digits == 0) {
      return false;
    }
    int exponentEnd = exponentEnd(position);
    end = exponentEnd;
    if (exact && exponentEnd == position && decimals < POWERS.length) {
      double magnitude = mantissa / POWERS[decimals];
      value = negative ? -magnitude : magnitude;
      return true;
    }
    if (end - from > MAX_LENGTH) {
      return false;
    }
    value = Double.parseDouble(text.substring(from, end));
    return true;
  }

  private int exponentEnd(int position) {
    if (position + 2 >= limit || Character.toUpperCase(text.charAt(position)) != 'E') {
      return position;
    }
    char sign = text.charAt(position + 1);
    int last = position + 2;
    while (last < limit && last - position < 6 && isDigit(text.charAt(last))) {
      last++;
    }
    int digits = last - position - 2;
    return (sign == '+' || sign == '-') && digits >= 1 && digits <= 3 ? last : position;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
