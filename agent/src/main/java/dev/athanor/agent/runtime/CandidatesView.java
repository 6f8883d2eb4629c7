package dev.athanor.agent.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.agent.investigation.Call;
import dev.athanor.agent.investigation.CallStatus;
import dev.athanor.agent.investigation.Investigation;
import java.util.List;
import java.util.Optional;

/** The candidates as last ranked, each number with the place where it can be cited. */
final class CandidatesView {
  private static final List<String> ESTIMATES =
      List.of("formation_energy", "energy_above_hull", "superconductor", "critical_temperature");
  private static final List<String> COPIED =
      List.of("rank", "crystal", "id", "formula", "space_group", "score");

  private CandidatesView() {}

  static ArrayNode of(Investigation state) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    latest(state, "rank_candidates")
        .ifPresent(
            call -> {
              JsonNode items = call.result().orElseThrow().path("ranked");
              for (int i = 0; i < items.size(); i++) {
                rows.add(row(call.id(), "/ranked/" + i, i + 1, items.get(i)));
              }
            });
    return rows;
  }

  /** The newest successful call of a tool. */
  static Optional<Call> latest(Investigation state, String tool) {
    return state.calls().stream()
        .filter(call -> call.tool().equals(tool) && call.status() == CallStatus.SUCCEEDED)
        .reduce((first, second) -> second);
  }

  private static ObjectNode row(String call, String place, int rank, JsonNode item) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("rank", rank);
    for (String name : COPIED) {
      row.set(name, item.path(name).isMissingNode() ? row.get(name) : item.get(name));
    }
    JsonNode origin = item.path("origin");
    row.set("origin", origin.isObject() ? origin.path("route") : origin);
    row.set("prototype", origin.isObject() ? origin.path("parent") : item.path("prototype"));
    row.set("origin_detail", origin);
    ObjectNode estimates = row.putObject("estimates");
    ObjectNode findings = row.putObject("findings");
    for (String name : ESTIMATES) {
      String pointer = item.has(name) ? "/" + name : "/estimates/" + name;
      JsonNode estimate = item.at(pointer);
      if (estimate.isObject()) {
        estimates.set(name, estimate);
        findings.putObject(name).put("call", call).put("pointer", place + pointer);
      }
    }
    JsonNode stability = item.path("stability");
    row.set("stability", stability);
    if (stability.isObject()) {
      findings
          .putObject("stability")
          .put("call", call)
          .put("pointer", place + "/stability/probability");
    }
    row.set("novelty", item.path("novelty"));
    row.set("decomposition", item.path("decomposition"));
    row.set("evidence_for", list(item.path("evidence_for")));
    row.set("evidence_against", list(item.path("evidence_against")));
    return withoutMissing(row);
  }

  private static JsonNode list(JsonNode given) {
    return given.isArray() ? given : JsonNodeFactory.instance.arrayNode();
  }

  private static ObjectNode withoutMissing(ObjectNode row) {
    ObjectNode clean = JsonNodeFactory.instance.objectNode();
    row.properties()
        .forEach(
            field ->
                clean.set(
                    field.getKey(),
                    field.getValue().isMissingNode()
                        ? JsonNodeFactory.instance.nullNode()
                        : field.getValue()));
    return clean;
  }
}
