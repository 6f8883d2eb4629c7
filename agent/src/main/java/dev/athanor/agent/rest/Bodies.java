package dev.athanor.agent.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.agent.AgentErrors;
import dev.athanor.agent.AgentException;
import dev.athanor.agent.json.AgentJson;

/** Reads request bodies field by field, with an error that names the field. */
final class Bodies {
  private Bodies() {}

  static JsonNode object(String body) {
    JsonNode node = AgentJson.parse(body);
    if (!node.isObject()) {
      throw new AgentException(
          AgentErrors.BAD_REQUEST, "the body is no JSON object", "send a JSON object");
    }
    return node;
  }

  static String text(JsonNode body, String field) {
    JsonNode value = body.path(field);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw new AgentException(
          AgentErrors.BAD_REQUEST,
          "the field '" + field + "' is missing",
          "send it as a text that is not empty");
    }
    return value.textValue();
  }

  static String textOr(JsonNode body, String field, String otherwise) {
    JsonNode value = body.path(field);
    return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : otherwise;
  }
}
