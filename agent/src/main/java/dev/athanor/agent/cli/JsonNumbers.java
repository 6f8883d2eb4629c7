package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Numbers as they stand in JSON: rounded to what they mean, and {@code null} where there is none.
 */
final class JsonNumbers {
  private static final double[] POWERS = {
    1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12
  };

  /** Beyond this, rounding would change digits that count. */
  private static final double LARGEST = 1e3;

  private JsonNumbers() {}

  /** Puts a number with so many decimals (12 at most). */
  static void put(ObjectNode node, String name, double value, int decimals) {
    if (Double.isFinite(value)) {
      node.put(name, rounded(value, decimals));
    } else {
      node.putNull(name);
    }
  }

  /** Adds a number with so many decimals (12 at most). */
  static void add(ArrayNode list, double value, int decimals) {
    if (Double.isFinite(value)) {
      list.add(rounded(value, decimals));
    } else {
      list.addNull();
    }
  }

  private static double rounded(double value, int decimals) {
    double power = POWERS[decimals];
    if (Math.abs(value) > LARGEST && decimals > 10) {
      return value;
    }
    double result = Math.round(value * power) / power;
    // no minus before nothing
    return result == 0 ? 0 : result;
  }
}
