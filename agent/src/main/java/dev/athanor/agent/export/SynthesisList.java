package dev.athanor.agent.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A synthesis list as an investigation's view holds it.
 *
 * @param view the whole view
 * @param node the list in it
 * @param call identifier of the call that drafted it
 * @param items what is to be made, in order
 */
record SynthesisList(JsonNode view, JsonNode node, String call, List<ListItem> items) {
  SynthesisList {
    items = List.copyOf(items);
  }

  /**
   * The list of a view.
   *
   * @throws ExportException {@code NO_SYNTHESIS_LIST}
   */
  static SynthesisList of(JsonNode view) {
    JsonNode node = view.path("synthesis_list");
    if (!node.isObject() || !node.path("items").isArray()) {
      throw new ExportException(
          ExportErrors.NO_SYNTHESIS_LIST,
          "the investigation has no synthesis list yet",
          "let it run until a list is drafted, then export again");
    }
    String call = node.path("call").asText("");
    Map<String, JsonNode> candidates = new HashMap<>();
    view.path("candidates")
        .forEach(candidate -> candidates.put(candidate.path("crystal").asText(), candidate));
    List<ListItem> items = new ArrayList<>();
    int index = 0;
    for (JsonNode item : node.path("items")) {
      Optional<JsonNode> candidate =
          Optional.ofNullable(candidates.get(item.path("crystal").asText()));
      items.add(new ListItem(index, item, "/items/" + index, call, candidate));
      index++;
    }
    return new SynthesisList(view, node, call, items);
  }

  /** DRAFT, APPROVED, RELEASED or MEASURED. */
  String state() {
    return node.path("state").asText("DRAFT");
  }

  /** The question that it answers. */
  String question() {
    return view.path("question").asText("");
  }

  /** The call of this identifier, where the view has it. */
  Optional<JsonNode> call(String id) {
    for (JsonNode entry : view.path("calls")) {
      if (entry.path("id").asText().equals(id)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }
}
