package dev.athanor.matter.spectroscopy;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.spectroscopy.internal.ColumnHeader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads spectra from two columns of numbers, position and intensity: CSV and its relatives with
 * commas, semicolons, tabs or blanks, with a decimal comma where semicolons or tabs part the
 * columns, and lists of lines. Words above the numbers tell quantity and unit where they name them
 * ({@code wavelength (nm)}, {@code % transmittance}, {@code km/mol}); the caller says what to
 * assume where they do not. Further columns are passed over.
 */
public final class SpectrumTextReader {
  /** Longest text that is read, characters. */
  public static final int MAX_LENGTH = 64 << 20;

  /** Most points of one file. */
  public static final int MAX_POINTS = 1 << 22;

  private static final int MAX_HEADER_LINES = 200;
  private static final int MAX_HEADER = 4_000;
  private static final int MAX_NUMBER = 64;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");

  private final StringBuilder header = new StringBuilder();
  private final List<SpectrumPoint> points = new ArrayList<>();
  private int headerLines;

  private SpectrumTextReader() {}

  /**
   * The spectrum.
   *
   * @param text the file
   * @param id identifier to give it
   * @param assumed what the numbers mean where the file does not say
   * @throws MatterException with code and line: {@code MALFORMED} where a line after the first
   *     numbers has none, or there are none at all; {@code TOO_LARGE} beyond the bounds
   */
  public static SpectrumRecord read(String text, String id, SpectrumTraits assumed) {
    if (text.length() > MAX_LENGTH) {
      throw new MatterException(
          MatterErrors.TOO_LARGE, "a spectrum has at most " + MAX_LENGTH + " characters");
    }
    return new SpectrumTextReader().readAll(text, id, assumed);
  }

  private SpectrumRecord readAll(String text, String id, SpectrumTraits assumed) {
    String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
    Iterator<String> lines = unmarked.lines().iterator();
    int number = 0;
    while (lines.hasNext()) {
      readLine(lines.next(), ++number);
    }
    if (points.isEmpty()) {
      throw new MatterException(MatterErrors.MALFORMED, "no line has two numbers", 1);
    }
    ColumnHeader.Meaning meaning = ColumnHeader.read(header.toString(), assumed);
    points.replaceAll(
        point ->
            new SpectrumPoint(
                point.position() * meaning.xFactor(), point.intensity() * meaning.yFactor()));
    SpectrumTraits traits = meaning.traits();
    Spectrum spectrum =
        new Spectrum(traits.kind(), traits.axis(), traits.intensityUnit(), traits.form(), points);
    String words = header.toString().strip();
    return new SpectrumRecord(
        id, spectrum, words.isEmpty() ? Map.of() : Map.of("header", words), List.of());
  }

  private void readLine(String raw, int number) {
    String line = raw.strip();
    if (line.isEmpty()) {
      return;
    }
    boolean comment = "#%!".indexOf(line.charAt(0)) >= 0;
    List<String> words = comment ? List.of() : firstTwo(line);
    if (words.size() == 2 && isNumber(words.get(0)) && isNumber(words.get(1))) {
      if (points.size() >= MAX_POINTS) {
        throw new MatterException(
            MatterErrors.TOO_LARGE, "more than " + MAX_POINTS + " points", number);
      }
      points.add(
          new SpectrumPoint(Double.parseDouble(words.get(0)), Double.parseDouble(words.get(1))));
      return;
    }
    if (points.isEmpty()) {
      addToHeader(line, number);
    } else if (!comment) {
      throw new MatterException(
          MatterErrors.MALFORMED, "a line without two numbers among the points", number);
    }
  }

  private void addToHeader(String line, int number) {
    if (++headerLines > MAX_HEADER_LINES) {
      throw new MatterException(
          MatterErrors.MALFORMED, "no numbers in the first " + MAX_HEADER_LINES + " lines", number);
    }
    int room = MAX_HEADER - header.length();
    header.append(line, 0, Math.max(0, Math.min(line.length(), room)));
    header.append(room > 0 ? "\n" : "");
  }

  /** The first two words of a line; a decimal comma becomes a point. */
  private static List<String> firstTwo(String line) {
    boolean comma = line.indexOf(';') < 0 && line.indexOf('\t') < 0;
    List<String> words = new ArrayList<>(2);
    int position = 0;
    while (words.size() < 2 && position < line.length()) {
      int end = position;
      while (end < line.length() && !isSeparator(line.charAt(end), comma)) {
        end++;
      }
      if (end > position) {
        words.add(unquoted(line, position, end));
      }
      position = end + 1;
    }
    return words;
  }

  private static boolean isSeparator(char c, boolean comma) {
    return c <= ' ' || c == ';' || (comma && c == ',');
  }

  private static String unquoted(String line, int start, int end) {
    if (end - start > MAX_NUMBER) {
      return "";
    }
    boolean quoted = line.charAt(start) == '"' && line.charAt(end - 1) == '"' && end - start > 1;
    return line.substring(quoted ? start + 1 : start, quoted ? end - 1 : end).replace(',', '.');
  }

  private static boolean isNumber(String word) {
    return word.length() <= MAX_NUMBER && NUMBER.matcher(word).matches();
  }
}
