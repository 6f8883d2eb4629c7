package dev.athanor.agent.loop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/**
 * A result cut down to what a planner can read: long lists lose their tail, long texts their end,
 * each with a note. What is left stands where it stood, so that pointers stay true.
 */
final class Abridged {
  private static final List<Integer> LENGTHS = List.of(40, 20, 12, 8, 5, 3, 1);
  private static final int TEXT = 600;

  private Abridged() {}

  /** The result in at most about this many characters. */
  static String write(JsonNode result, int characters) {
    String text = escape(result.toString());
    for (int length : LENGTHS) {
      if (text.length() <= characters) {
        return text;
      }
      text = escape(cut(result, length).toString());
    }
    return text.length() <= characters
        ? text
        : escape(
            new TextNode("result too long to show; " + text.length() + " characters").toString());
  }

  /** No text inside a result can look like one of the markers around it. */
  private static String escape(String json) {
    return json.replace("<", "\\u003c").replace(">", "\\u003e");
  }

  private static JsonNode cut(JsonNode node, int length) {
    if (node.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(field -> object.set(field.getKey(), cut(field.getValue(), length)));
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      for (int i = 0; i < Math.min(length, node.size()); i++) {
        array.add(cut(node.get(i), length));
      }
      if (node.size() > length) {
        array.add("abridged: " + (node.size() - length) + " more not shown");
      }
      return array;
    }
    if (node.isTextual() && node.textValue().length() > TEXT) {
      return new TextNode(node.textValue().substring(0, TEXT) + " (abridged)");
    }
    return node;
  }
}
