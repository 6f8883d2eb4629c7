package dev.athanor.agent.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where the parts of an item stand in the JSON of {@code draft_synthesis_list}. */
final class ItemFields {
  private static final List<String> REFLECTIONS =
      List.of("/pattern/reflections", "/pattern/peaks", "/pattern/lines");

  /** Names that a field of a row had in earlier lists, so that journals stay readable. */
  private static final Map<String, List<String>> OTHER_NAMES =
      Map.of(
          "ramp_per_hour_c", List.of("ramp_c_per_hour", "ramp_cper_hour"),
          "two_theta", List.of("two_theta_deg", "two_theta_degrees"),
          "d", List.of("d_spacing", "spacing", "d_angstrom"),
          "intensity", List.of("relative_intensity"));

  private ItemFields() {}

  /** Mass of the batch, grams. */
  static Finding batch(ListItem item) {
    return item.finding("/batch_mass_g");
  }

  /** The weighing sheet. */
  static List<Finding> precursors(ListItem item) {
    return item.rows("/precursors");
  }

  /** The heat treatment. */
  static List<Finding> steps(ListItem item) {
    return item.rows("/program");
  }

  /** Dangers and precautions. */
  static List<Finding> hazards(ListItem item) {
    return item.rows("/hazards");
  }

  /** Lines of the simulated powder pattern. */
  static List<Finding> reflections(ListItem item) {
    return REFLECTIONS.stream()
        .map(item::rows)
        .filter(rows -> !rows.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** Radiation of the pattern, in words; empty where none is given. */
  static String radiation(ListItem item) {
    JsonNode radiation = item.node().at("/pattern/radiation");
    return radiation.isObject() ? radiation.path("name").asText("") : radiation.asText("");
  }

  /** Evidence for or against, as a list of words. */
  static JsonNode evidence(ListItem item, String field) {
    JsonNode own = item.node().path(field);
    return own.isArray() ? own : item.candidate().map(c -> c.path(field)).orElse(own);
  }

  /** What is known of the compound's like, and where it came from, a sentence each. */
  static List<String> background(ListItem item) {
    List<String> words = new ArrayList<>();
    for (String pointer : List.of("/novelty/reason", "/origin/note", "/origin/rule")) {
      String text = item.node().at(pointer).asText("");
      if (!text.isBlank()) {
        words.add(text);
      }
    }
    return words;
  }

  /** A field of a row. */
  static JsonNode field(JsonNode row, String name) {
    return row.path(nameOf(row, name));
  }

  /** The name under which a row has a field. */
  static String nameOf(JsonNode row, String name) {
    return row.has(name)
        ? name
        : OTHER_NAMES.getOrDefault(name, List.of()).stream()
            .filter(row::has)
            .findFirst()
            .orElse(name);
  }
}
