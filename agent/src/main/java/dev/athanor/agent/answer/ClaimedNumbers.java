package dev.athanor.agent.answer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the numbers in free text that claim something.
 *
 * <p>No claim: a number that is part of a word, a formula or an identifier ({@code A15}, {@code
 * Re3W}, {@code mp-12}, {@code 5d}), an ordinal ({@code 2nd}, {@code 3.} at the start of a line), a
 * whole number up to 12 without a unit (a small count), a year from 1900 to 2100 without a unit,
 * and a number that the person asked with. Everything else is a claim.
 */
final class ClaimedNumbers {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_.\\-/#])[-+−]?\\d+(?:[.,]\\d+)*(?:[eE][-+]?\\d+)?(?![\\p{N}_])");
  private static final Pattern UNIT =
      Pattern.compile(
          "^\\s?(?:K|mK|eV(?:/atom)?|meV(?:/atom)?|GPa|kbar|%|Å|angstrom|pm|nm|°C|°|mg|g|kg|kelvin)"
              + "(?![\\p{L}\\p{N}])");
  private static final Pattern LETTER = Pattern.compile("^[\\p{L}_]");
  private static final Pattern LIST_ITEM = Pattern.compile("(?:^|\\n)\\s*$");
  private static final int SMALL = 12;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;

  private ClaimedNumbers() {}

  /**
   * A claim in a text.
   *
   * @param start index of its first character
   * @param end index after its last
   * @param value the number
   * @param places digits after the point as written
   */
  record Claim(int start, int end, BigDecimal value, int places) {
    /** Whether a value, rounded as the text rounds it, is this number. */
    boolean matches(double actual) {
      if (!Double.isFinite(actual)) {
        return false;
      }
      BigDecimal rounded =
          new BigDecimal(actual, MathContext.DECIMAL64).setScale(places, RoundingMode.HALF_UP);
      return rounded.compareTo(value.setScale(places, RoundingMode.HALF_UP)) == 0;
    }
  }

  static List<Claim> in(String text, Set<BigDecimal> asked) {
    List<Claim> claims = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      String rest = text.substring(matcher.end());
      boolean unit = UNIT.matcher(rest).find();
      if (!unit && LETTER.matcher(rest).find()) {
        continue;
      }
      boolean listItem =
          rest.startsWith(".") && LIST_ITEM.matcher(text.substring(0, matcher.start())).find();
      BigDecimal value = value(matcher.group());
      if (!listItem && !harmless(value, unit) && !asked.contains(value.stripTrailingZeros())) {
        claims.add(new Claim(matcher.start(), matcher.end(), value, Math.max(0, value.scale())));
      }
    }
    return claims;
  }

  /** Every number of a text, whatever it means. */
  static List<BigDecimal> all(String text) {
    List<BigDecimal> numbers = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      numbers.add(value(matcher.group()).stripTrailingZeros());
    }
    return numbers;
  }

  private static BigDecimal value(String written) {
    return new BigDecimal(written.replace("−", "-").replace(",", ""));
  }

  private static boolean harmless(BigDecimal value, boolean unit) {
    if (unit || value.scale() > 0 || value.signum() < 0) {
      return false;
    }
    double number = value.doubleValue();
    return number <= SMALL || (number >= FIRST_YEAR && number <= LAST_YEAR);
  }
}
