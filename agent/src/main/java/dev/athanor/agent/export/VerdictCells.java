package dev.athanor.agent.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Whether a compound is called stable against the known phases, and how probably, as two cells of a
 * table: {@code true} or {@code false}, and a calibrated probability; empty where it was not asked.
 */
final class VerdictCells {
  private VerdictCells() {}

  /** The titles of the cells, as {@code athanor predict} calls them. */
  static List<String> header() {
    return List.of("stable", "stable_probability");
  }

  /** The cells of a verdict as the tools write it. */
  static List<JsonNode> of(JsonNode stability) {
    return List.of(stability.path("stable"), stability.path("probability"));
  }
}
