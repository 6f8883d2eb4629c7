package dev.athanor.agent.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * Numbers as a person reads them. The full value stands in the appendix and in the other formats.
 */
final class Numbers {
  private static final String MINUS = "\u2212";

  private Numbers() {}

  /** With this many digits after the point; empty where there is no number. */
  static String fixed(JsonNode value, int digits) {
    if (!value.isNumber()) {
      return "";
    }
    return String.format(Locale.ROOT, "%." + digits + "f", value.doubleValue()).replace("-", MINUS);
  }

  /** Without trailing zeros, at most this many digits after the point. */
  static String plain(JsonNode value, int digits) {
    String text = fixed(value, digits);
    if (text.indexOf('.') < 0) {
      return text;
    }
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
  }

  /** The unit, with a blank before it; nothing for a pure number. */
  static String unit(JsonNode estimate) {
    String unit = estimate.path("unit").asText("");
    return unit.isEmpty() || unit.equals("1") ? "" : "\u00a0" + unit;
  }

  /** {@code IN_DOMAIN} as {@code in domain}. */
  static String level(JsonNode estimate) {
    return estimate
        .at("/applicability/level")
        .asText("")
        .toLowerCase(Locale.ROOT)
        .replace('_', ' ');
  }
}
