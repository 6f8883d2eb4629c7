package dev.athanor.matter.chemistry;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.util.EnumMap;
import java.util.Map;

/**
 * Recursive descent over {@code formula = part (dot part)*}, {@code part = number? (element |
 * group) number?}.
 */
final class FormulaParser {
  private static final int MAX_DEPTH = 16;
  private static final double MAX_AMOUNT = 1e6;

  /** Nothing crystallises with a hundred waters; longer runs of digits are decimals. */
  static final int MAX_WATER_DIGITS = 2;

  private final String text;

  /** In "3Al2O3.2SiO2" the count in front says that dots part units. */
  private final boolean counted;

  private int position;

  private FormulaParser(String text) {
    this.text = text;
    counted = !text.isEmpty() && Character.isDigit(text.charAt(0));
  }

  static Map<Element, Double> parse(String formula) {
    FormulaParser parser = new FormulaParser(formula.strip().replaceAll("\\s+", ""));
    EnumMap<Element, Double> total = new EnumMap<>(Element.class);
    do {
      double multiplier = parser.number(1, true);
      add(total, parser.units(0), multiplier);
    } while (parser.skipAdductDot());
    if (parser.position < parser.text.length()) {
      throw parser.error("unexpected '" + parser.text.charAt(parser.position) + "'");
    }
    // "La2O0" is written in doping series: nothing of it is there
    total.values().removeIf(amount -> amount == 0);
    return total;
  }

  private Map<Element, Double> units(int depth) {
    if (depth > MAX_DEPTH) {
      throw error("brackets nest deeper than " + MAX_DEPTH);
    }
    EnumMap<Element, Double> result = new EnumMap<>(Element.class);
    int start = position;
    while (position < text.length()) {
      char c = text.charAt(position);
      if (c == '(' || c == '[' || c == '{') {
        position++;
        Map<Element, Double> inner = units(depth + 1);
        char close = c == '(' ? ')' : c == '[' ? ']' : '}';
        if (position >= text.length() || text.charAt(position) != close) {
          throw error("missing '" + close + "'");
        }
        position++;
        add(result, inner, number(1, !counted));
      } else if (Character.isUpperCase(c)) {
        Element element = element();
        result.merge(element, number(1, !counted), Double::sum);
      } else {
        break;
      }
    }
    if (position == start) {
      throw error("expected an element");
    }
    return result;
  }

  private Element element() {
    if (position + 1 < text.length() && Character.isLowerCase(text.charAt(position + 1))) {
      String symbol = text.substring(position, position + 2);
      Element element =
          Element.ofSymbol(symbol)
              .orElseThrow(
                  () ->
                      new MatterException(
                          MatterErrors.UNKNOWN_ELEMENT,
                          "'" + symbol + "' in formula '" + text + "' is no element"));
      position += 2;
      return element;
    }
    String symbol = text.substring(position, position + 1);
    Element element =
        Element.ofSymbol(symbol)
            .orElseThrow(
                () ->
                    new MatterException(
                        MatterErrors.UNKNOWN_ELEMENT,
                        "'" + symbol + "' in formula '" + text + "' is no element"));
    position++;
    return element;
  }

  private double number(double absent, boolean decimals) {
    int start = position;
    while (position < text.length()
        && (Character.isDigit(text.charAt(position))
            || (decimals && text.charAt(position) == '.' && isDecimalPoint()))) {
      position++;
    }
    if (start == position) {
      return absent;
    }
    try {
      double value = Double.parseDouble(text.substring(start, position));
      if (value > MAX_AMOUNT) {
        throw error("an amount above " + MAX_AMOUNT);
      }
      return value;
    } catch (NumberFormatException e) {
      throw error("'" + text.substring(start, position) + "' is no number");
    }
  }

  /**
   * A dot belongs to a number when digits follow it and they do not count water: {@code O4.5H2O} is
   * a pentahydrate, {@code Zr0.5H2O}, {@code Zr5.528H2O} and {@code Zr5.5H2O3} are not.
   */
  private boolean isDecimalPoint() {
    int next = position + 1;
    if (next >= text.length() || !Character.isDigit(text.charAt(next))) {
      return false;
    }
    int end = next;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    boolean count = end - next <= MAX_WATER_DIGITS && text.charAt(next) != '0';
    return !(count && isWater(end) && !followsZero());
  }

  private boolean isWater(int at) {
    int after = at + "H2O".length();
    return text.startsWith("H2O", at)
        && (after == text.length()
            || !(Character.isLowerCase(text.charAt(after))
                || Character.isDigit(text.charAt(after))));
  }

  private boolean followsZero() {
    return position > 0
        && text.charAt(position - 1) == '0'
        && (position < 2 || !Character.isDigit(text.charAt(position - 2)));
  }

  private boolean skipAdductDot() {
    if (position < text.length() && ".*·•".indexOf(text.charAt(position)) >= 0) {
      position++;
      return true;
    }
    return false;
  }

  private MatterException error(String message) {
    String shown = text.length() > 80 ? text.substring(0, 80) + "..." : text;
    return new MatterException(
        MatterErrors.BAD_FORMULA,
        message + " at character " + (position + 1) + " of formula '" + shown + "'");
  }

  private static void add(
      EnumMap<Element, Double> total, Map<Element, Double> part, double multiplier) {
    part.forEach((element, amount) -> total.merge(element, amount * multiplier, Double::sum));
  }
}
