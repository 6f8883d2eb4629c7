package dev.athanor.matter.spectroscopy.internal;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;

/**
 * Reads tables of the form {@code (XY..XY)}: groups of plain numbers, parted by blanks, commas,
 * semicolons or brackets. Of groups longer than a pair ({@code (XYW..XYW)}, with a width) the first
 * two numbers are kept.
 */
public final class PairDecoder {
  private PairDecoder() {}

  /**
   * Abscissas and ordinates in turn.
   *
   * @param start where the table begins in the text
   * @param end where it ends
   * @param line line of its first character
   * @param width numbers in a group, from two
   * @param limit most groups to accept
   * @throws MatterException {@code MALFORMED} with the line for what is no number or a group that
   *     is not whole; {@code TOO_LARGE} beyond the limit
   */
  public static double[] decode(String text, int start, int end, int line, int width, int limit) {
    DoubleBuffer kept = new DoubleBuffer(2 * limit);
    NumberScanner numbers = new NumberScanner(text, end);
    TableLines lines = new TableLines(text, start, end, line);
    int inGroup = 0;
    int lastLine = line;
    while (lines.next()) {
      int position = skipBlanks(text, lines.start(), lines.end());
      while (position < lines.end()) {
        if (!numbers.scan(position) || !isParted(text, numbers.end(), end)) {
          throw new MatterException(
              MatterErrors.MALFORMED, "a pair of the table holds no number", lines.line());
        }
        if (inGroup < 2) {
          try {
            kept.add(numbers.value());
          } catch (MatterException e) {
            throw e.atLine(lines.line());
          }
        }
        inGroup = (inGroup + 1) % width;
        position = skipBlanks(text, numbers.end(), lines.end());
        lastLine = lines.line();
      }
    }
    if (inGroup != 0) {
      throw new MatterException(
          MatterErrors.MALFORMED, "the table ends within a group of numbers", lastLine);
    }
    return kept.toArray();
  }

  private static boolean isParted(String text, int at, int end) {
    return at >= end || isSeparator(text.charAt(at)) || text.startsWith("$$", at);
  }

  private static int skipBlanks(String text, int from, int end) {
    int position = from;
    while (position < end && isSeparator(text.charAt(position))) {
      position++;
    }
    return position;
  }

  private static boolean isSeparator(char c) {
    return c <= ' ' || ",;()<>".indexOf(c) >= 0;
  }
}
