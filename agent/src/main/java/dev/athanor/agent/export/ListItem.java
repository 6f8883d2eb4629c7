package dev.athanor.agent.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One compound of a synthesis list, read from JSON without trusting that anything is there.
 *
 * @param index place in the list, from 0
 * @param node the item as the tool gave it
 * @param pointer JSON pointer to it in the result of the call that drafted the list
 * @param call that call
 * @param candidate the same crystal among the investigation's candidates
 */
record ListItem(
    int index, JsonNode node, String pointer, String call, Optional<JsonNode> candidate) {
  /** Rank for a person: from 1. */
  int rank() {
    return node.path("number").asInt(index + 1);
  }

  /** Reduced formula. */
  String formula() {
    return node.path("formula").asText("");
  }

  /** Content address of the crystal. */
  String crystal() {
    return node.path("crystal").asText("");
  }

  /** A word of the item, else of its candidate, else nothing. */
  String text(String field) {
    JsonNode own = node.path(field);
    if (own.isValueNode() && !own.isNull()) {
      return own.asText();
    }
    return candidate
        .map(c -> c.path(field))
        .filter(JsonNode::isValueNode)
        .map(JsonNode::asText)
        .filter(word -> !word.equals("null"))
        .orElse("");
  }

  /** A finding below this item. */
  Finding finding(String relativePointer) {
    return new Finding(call, pointer + relativePointer, node.at(relativePointer));
  }

  /** An estimate and where it was found: in the call that the candidate names, else in the list. */
  Optional<Finding> estimate(EstimateKind kind) {
    Optional<Finding> original =
        candidate.flatMap(
            c -> {
              JsonNode source = c.path("findings").path(kind.field());
              JsonNode value = c.path("estimates").path(kind.field());
              return source.hasNonNull("call") && value.hasNonNull("value")
                  ? Optional.of(
                      new Finding(
                          source.path("call").asText(), source.path("pointer").asText(), value))
                  : Optional.empty();
            });
    return original.or(
        () ->
            estimatePointers(kind).stream()
                .map(this::finding)
                .filter(finding -> finding.value().hasNonNull("value"))
                .findFirst());
  }

  /** Whether it is called stable, and how probably: as ranked, else as the list says. */
  JsonNode stability() {
    return candidate
        .map(c -> c.path("stability"))
        .filter(JsonNode::isObject)
        .orElseGet(() -> node.at("/expected/stability"));
  }

  /** The rows of a table of the item, each a finding of its own. */
  List<Finding> rows(String field) {
    List<Finding> rows = new ArrayList<>();
    JsonNode array = node.at(field);
    for (int i = 0; i < array.size(); i++) {
      rows.add(finding(field + "/" + i));
    }
    return rows;
  }

  private static List<String> estimatePointers(EstimateKind kind) {
    return List.of("/expected/" + kind.field(), "/" + kind.field());
  }
}
