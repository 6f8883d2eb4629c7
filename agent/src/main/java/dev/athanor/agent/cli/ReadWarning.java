package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalInt;

/**
 * Something that a careful reader of a structure should know.
 *
 * @param kind stable name of the sort of warning
 * @param message in words
 * @param line of the file, where one is known
 */
record ReadWarning(String kind, String message, OptionalInt line) {
  /** A warning that belongs to no line. */
  static ReadWarning of(String kind, String message) {
    return new ReadWarning(kind, message, OptionalInt.empty());
  }

  /** Adds it to a list of warnings. */
  void addTo(ArrayNode list) {
    ObjectNode node = list.addObject();
    node.put("kind", kind);
    node.put("message", message);
    node.put("line", line.isPresent() ? line.getAsInt() : null);
  }

  /** As a line for a person. */
  String toText(Terminal terminal) {
    return terminal.paint(Paint.YELLOW, "warning " + kind)
        + " "
        + Terminal.safe(message)
        + (line.isPresent() ? " (line " + line.getAsInt() + ")" : "");
  }
}
