package dev.athanor.matter.prototype;

import dev.athanor.matter.crystal.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The coordinates of a Wyckoff position as International Tables write them, as in {@code x,2x,1/4}:
 * three sums of whole multiples of {@code x}, {@code y}, {@code z} and a fraction.
 *
 * @param text the triplet as written, without blanks
 */
public record OrbitCoordinates(String text) {
  private static final Pattern TERM =
      Pattern.compile("([+-]?)(?:(\\d*)([xyz])|(\\d+)(?:/(\\d+))?)");

  public OrbitCoordinates {
    String[] parts = text.split(",", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("a triplet has three coordinates: " + text);
    }
    for (String part : parts) {
      evaluate(part, Map.of("x", 0.0, "y", 0.0, "z", 0.0));
    }
  }

  /** The letters that stand for free coordinates, in the order of the alphabet. */
  public List<String> parameters() {
    List<String> result = new ArrayList<>(3);
    for (String letter : List.of("x", "y", "z")) {
      if (text.contains(letter)) {
        result.add(letter);
      }
    }
    return List.copyOf(result);
  }

  /**
   * The point at these values of the free coordinates.
   *
   * @param values a number for each of {@link #parameters()}; others do not matter
   */
  public Vector3 at(Map<String, Double> values) {
    String[] parts = text.split(",", -1);
    return new Vector3(
        evaluate(parts[0], values), evaluate(parts[1], values), evaluate(parts[2], values));
  }

  private static double evaluate(String sum, Map<String, Double> values) {
    Matcher term = TERM.matcher(sum);
    double result = 0;
    int end = 0;
    while (end < sum.length()) {
      if (!term.find(end) || term.start() != end || (end > 0 && term.group(1).isEmpty())) {
        throw new IllegalArgumentException("no sum of x, y, z and a fraction: " + sum);
      }
      result += (term.group(1).equals("-") ? -1 : 1) * size(term, values);
      end = term.end();
    }
    if (end == 0) {
      throw new IllegalArgumentException("an empty coordinate");
    }
    return result;
  }

  private static double size(Matcher term, Map<String, Double> values) {
    if (term.group(3) == null) {
      double divisor = term.group(5) == null ? 1 : Integer.parseInt(term.group(5));
      return Integer.parseInt(term.group(4)) / divisor;
    }
    Double value = values.get(term.group(3));
    if (value == null) {
      throw new IllegalArgumentException("no value for " + term.group(3));
    }
    return value * (term.group(2).isEmpty() ? 1 : Integer.parseInt(term.group(2)));
  }
}
