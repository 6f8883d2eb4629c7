package dev.athanor.agent.answer;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.agent.investigation.Call;
import dev.athanor.agent.investigation.Investigation;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Looks findings up and renders them. */
final class Findings {
  private static final int LONGEST_TEXT = 400;

  private Findings() {}

  /** The citation of a place, if something citable stands there. */
  static Optional<Segment.Citation> cite(Investigation state, String callId, String pointer) {
    Optional<Call> call = state.call(callId);
    if (call.isEmpty() || call.get().result().isEmpty()) {
      return Optional.empty();
    }
    JsonNode value;
    try {
      value = call.get().result().get().at(JsonPointer.compile(pointer));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return citation(call.get(), pointer, value);
  }

  private static Optional<Segment.Citation> citation(Call call, String pointer, JsonNode node) {
    if (node.isObject() && node.path("value").isNumber()) {
      return Optional.of(estimate(call, pointer, node));
    }
    if (node.isNumber()) {
      String shown = number(node);
      return Optional.of(
          make(
              call,
              pointer,
              OptionalDouble.of(node.doubleValue()),
              "",
              OptionalDouble.empty(),
              shown));
    }
    if (node.isTextual() && node.textValue().length() <= LONGEST_TEXT) {
      return Optional.of(
          make(
              call, pointer, OptionalDouble.empty(), "", OptionalDouble.empty(), node.textValue()));
    }
    return Optional.empty();
  }

  private static Segment.Citation estimate(Call call, String pointer, JsonNode node) {
    double value = node.path("value").doubleValue();
    String unit = node.path("unit").asText("");
    JsonNode deviation = node.path("standard_deviation");
    String shownUnit = unit.equals("1") || unit.isEmpty() ? "" : " " + unit;
    OptionalDouble spread =
        deviation.isNumber() ? OptionalDouble.of(deviation.doubleValue()) : OptionalDouble.empty();
    int digits = spread.isPresent() ? digits(spread.getAsDouble()) : 3;
    String rendered = fixed(value, digits);
    if (spread.isPresent()) {
      rendered += " ± " + fixed(spread.getAsDouble(), digits);
    }
    String level = node.path("applicability").path("level").asText("");
    if (level.equals("OUT_OF_DOMAIN")) {
      rendered += shownUnit + " (outside what the model knows)";
    } else {
      rendered += shownUnit;
    }
    return make(call, pointer, OptionalDouble.of(value), unit, spread, rendered);
  }

  /** Two significant digits of the uncertainty decide how many are shown. */
  private static int digits(double deviation) {
    if (deviation <= 0) {
      return 3;
    }
    int digits = 1 - (int) Math.floor(Math.log10(deviation));
    return Math.max(0, Math.min(4, digits));
  }

  private static String fixed(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  private static String number(JsonNode node) {
    if (node.isIntegralNumber()) {
      return node.asText();
    }
    double value = node.doubleValue();
    double magnitude = Math.abs(value);
    if (magnitude != 0 && (magnitude < 1e-3 || magnitude >= 1e6)) {
      return String.format(Locale.ROOT, "%.3g", value);
    }
    String text = trimmed(value, 4);
    // a share that is nearly all must not read as all
    return magnitude < 1 && (text.equals("1") || text.equals("-1")) ? trimmed(value, 6) : text;
  }

  private static String trimmed(double value, int digits) {
    return fixed(value, digits).replaceAll("0+$", "").replaceAll("\\.$", "");
  }

  private static Segment.Citation make(
      Call call,
      String pointer,
      OptionalDouble value,
      String unit,
      OptionalDouble deviation,
      String rendered) {
    String last = pointer.substring(pointer.lastIndexOf('/') + 1);
    String label = (last.isEmpty() ? call.tool() : last).replace('_', ' ');
    return new Segment.Citation(
        call.id(), call.tool(), pointer, label, value, unit, deviation, rendered);
  }
}
