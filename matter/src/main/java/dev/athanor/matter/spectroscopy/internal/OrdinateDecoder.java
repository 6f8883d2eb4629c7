package dev.athanor.matter.spectroscopy.internal;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;

/**
 * Reads tables of the form {@code (X++(Y..Y))}: each line an abscissa and the ordinates that follow
 * it at equal steps, plain (AFFN) or compressed (ASDF).
 *
 * <p>The compressed forms: PAC, where signs part the numbers; SQZ, where a letter stands for sign
 * and first digit ({@code @} 0, {@code A..I} +1..+9, {@code a..i} -1..-9); DIF, where such a number
 * is the difference to the ordinate before ({@code %}, {@code J..R}, {@code j..r}); DUP, where one
 * says how many times in all the value or difference before it comes ({@code S..Z} 1..8, {@code s}
 * 9). A line that ends in differences is checked: its last ordinate stands again at the start of
 * the next. {@code ?} is an ordinate that was not measured.
 *
 * @see <a href="https://doi.org/10.1366/0003702884428734">McDonald and Wilks, Appl. Spectrosc. 42,
 *     151 (1988)</a>; <a href="https://doi.org/10.1366/0003702934067874">Davies and Lampen, Appl.
 *     Spectrosc. 47, 1093 (1993)</a>
 */
public final class OrdinateDecoder {
  /** Takes the abscissa of each line. */
  public interface AbscissaCheck {
    /**
     * Compares it with where it should be.
     *
     * @param abscissa as written
     * @param before ordinates in the lines before
     * @param repeats true when the line starts with the last ordinate of the one before
     * @param line line of the file
     */
    void check(double abscissa, int before, boolean repeats, int line);
  }

  private static final int MAX_REPEAT = 100_000_000;

  private final String text;
  private final DoubleBuffer ordinates;
  private final NumberScanner numbers;
  private final AbscissaCheck abscissas;

  /** The ordinate last read, and whether there is one. */
  private double last = Double.NaN;

  private double difference;

  /** True after a difference, or after repetitions of one. */
  private boolean differing;

  private OrdinateDecoder(String text, int end, int limit, AbscissaCheck abscissas) {
    this.text = text;
    this.ordinates = new DoubleBuffer(limit);
    this.numbers = new NumberScanner(text, end);
    this.abscissas = abscissas;
  }

  /**
   * The ordinates as written, before any factor; NaN for those not measured.
   *
   * @param start where the table begins in the text
   * @param end where it ends
   * @param line line of its first character
   * @param limit most ordinates to accept
   * @throws MatterException {@code MALFORMED} with the line where the table breaks a rule or fails
   *     its check; {@code TOO_LARGE} beyond the limit
   */
  public static double[] decode(
      String text, int start, int end, int line, int limit, AbscissaCheck abscissas) {
    OrdinateDecoder decoder = new OrdinateDecoder(text, end, limit, abscissas);
    TableLines lines = new TableLines(text, start, end, line);
    while (lines.next()) {
      try {
        decoder.readLine(lines.start(), lines.end(), lines.line());
      } catch (MatterException e) {
        throw e.atLine(lines.line());
      }
    }
    return decoder.ordinates.toArray();
  }

  private void readLine(int start, int end, int line) {
    int position = skipBlanks(start, end);
    if (position >= end) {
      return;
    }
    if (!numbers.scan(position) || numbers.end() > end) {
      throw bad("a line of the table starts with no abscissa");
    }
    abscissas.check(numbers.value(), ordinates.size(), differing, line);
    position = skipBlanks(numbers.end(), end);
    boolean first = true;
    while (position < end) {
      position = skipBlanks(readForm(position, first), end);
      first = false;
    }
  }

  /** Reads one form and returns where it ends. */
  private int readForm(int position, boolean first) {
    char c = text.charAt(position);
    if (c == '?') {
      put(Double.NaN, first);
      return position + 1;
    }
    int squeezed = c == '@' ? 0 : digit(c, 'A', 'a');
    if (squeezed >= 0) {
      numbers.scanAfterLetter(position + 1, c >= 'a', squeezed);
      put(numbers.value(), first);
      return closed();
    }
    int step = c == '%' ? 0 : digit(c, 'J', 'j');
    if (step >= 0) {
      numbers.scanAfterLetter(position + 1, c >= 'a', step);
      differ(numbers.value(), first);
      return closed();
    }
    if ((c >= 'S' && c <= 'Z') || c == 's') {
      numbers.scanAfterLetter(position + 1, false, c == 's' ? 9 : c - 'S' + 1);
      repeat(numbers.value(), first);
      return closed();
    }
    if (!numbers.scan(position)) {
      throw bad("'" + c + "' belongs to no form of number");
    }
    put(numbers.value(), first);
    return closed();
  }

  /** A digit or point right after a number is none of it: what it means cannot be told. */
  private int closed() {
    int end = numbers.end();
    char next = end < text.length() ? text.charAt(end) : ' ';
    if (next == '.' || (next >= '0' && next <= '9')) {
      throw bad("a number that does not end");
    }
    return end;
  }

  private void put(double value, boolean first) {
    if (first && differing) {
      if (Math.abs(value - last) > 1e-9 * Math.max(1, Math.abs(last)) || Double.isNaN(value)) {
        throw bad("the check of ordinates fails: " + value + " after " + last);
      }
    } else {
      ordinates.add(value);
    }
    last = value;
    differing = false;
  }

  private void differ(double step, boolean first) {
    if (first || Double.isNaN(last)) {
      throw bad("a difference without an ordinate before it");
    }
    last += step;
    ordinates.add(last);
    difference = step;
    differing = true;
  }

  private void repeat(double times, boolean first) {
    if (first) {
      throw bad("a repetition of nothing");
    }
    if (times < 1 || times > MAX_REPEAT) {
      throw new MatterException(MatterErrors.TOO_LARGE, "an ordinate is repeated too many times");
    }
    for (int i = 1; i < times; i++) {
      last += differing ? difference : 0;
      ordinates.add(last);
    }
  }

  private int skipBlanks(int from, int end) {
    int position = from;
    while (position < end
        && (text.charAt(position) <= ' ' || ",;".indexOf(text.charAt(position)) >= 0)) {
      position++;
    }
    return position;
  }

  private static int digit(char c, char positive, char negative) {
    if (c >= positive && c < positive + 9) {
      return c - positive + 1;
    }
    return c >= negative && c < negative + 9 ? c - negative + 1 : -1;
  }

  private static MatterException bad(String message) {
    return new MatterException(MatterErrors.MALFORMED, message);
  }
}
