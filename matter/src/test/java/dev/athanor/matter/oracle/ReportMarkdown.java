package dev.athanor.matter.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The page of a report. */
final class ReportMarkdown {
  /** Further disagreements of a section stand in the JSON file only. */
  private static final int LISTED = 60;

  private ReportMarkdown() {}

  static String render(JsonNode report) {
    StringBuilder page = new StringBuilder();
    page.append("# Matter beside pymatgen, spglib, gemmi, ASE, RDKit and Open Babel\n\n")
        .append(
            "Each section compares `matter/` with a program that the field trusts, on the same ")
        .append("input in the same run. A bar is what the figure must keep to; a missed bar fails ")
        .append("the run. Speeds are per second of processor time on one core; their goals are ")
        .append("shown and fail nothing, since machines differ. Every case on which the two ")
        .append("sides differ is listed with its reason.\n\n")
        .append("Written by `")
        .append(report.path("command").asText())
        .append("` (Debian: `apt-get install python3-pymatgen python3-spglib python3-gemmi ")
        .append(
            "python3-ase python3-rdkit python3-openbabel`), never by hand. `matter.json` beside"
                + " this page has the same figures ")
        .append("and all disagreements.\n\nMachine: ")
        .append(report.path("machine").asText())
        .append(".\n");
    String topic = "";
    for (JsonNode section : report.path("sections")) {
      if (!section.path("topic").asText().equals(topic)) {
        topic = section.path("topic").asText();
        page.append("\n## ")
            .append(Character.toUpperCase(topic.charAt(0)))
            .append(topic.substring(1))
            .append('\n');
      }
      section(page, section);
    }
    return page.toString();
  }

  /** A figure as a line of text. */
  static String sentence(JsonNode figure) {
    StringBuilder text = new StringBuilder();
    text.append(figure.path("metric").asText()).append(": ").append(value(figure));
    if (figure.has("bar")) {
      text.append(" (bar: ").append(figure.path("bar").asText());
      text.append(figure.path("met").asBoolean() ? ", met)" : ", MISSED)");
    }
    if (figure.has("ratio")) {
      text.append("; ").append(beside(figure));
    }
    return text.toString();
  }

  private static void section(StringBuilder page, JsonNode section) {
    page.append("\n### ").append(section.path("title").asText()).append("\n\n");
    page.append(section.path("compared").asText());
    page.append("; ").append(section.path("cases").asInt()).append(" cases.\n");
    if (!section.path("note").asText().isEmpty()) {
      page.append('\n').append(section.path("note").asText()).append('\n');
    }
    page.append("\n| figure | value | bar | beside |\n|---|---:|---|---|\n");
    for (JsonNode figure : section.path("figures")) {
      page.append(
          "| %s | %s | %s | %s |\n"
              .formatted(
                  cell(figure.path("metric")),
                  value(figure),
                  figure.has("bar")
                      ? cell(figure.path("bar"))
                          + (figure.path("met").asBoolean() ? "" : " **missed**")
                      : "",
                  beside(figure)));
    }
    disagreements(page, section.path("disagreements"));
  }

  private static void disagreements(StringBuilder page, JsonNode all) {
    if (all.isEmpty()) {
      return;
    }
    Map<String, Integer> reasons = new LinkedHashMap<>();
    all.forEach(one -> reasons.merge(one.path("why").asText(), 1, Integer::sum));
    page.append("\nDisagreements: ").append(all.size());
    if (reasons.size() < all.size()) {
      page.append(", by reason:\n\n");
      reasons.forEach(
          (reason, count) ->
              page.append("- ").append(count).append(": ").append(reason).append('\n'));
    } else {
      page.append(".\n");
    }
    page.append("\n| case | ours | theirs | why |\n|---|---|---|---|\n");
    for (int i = 0; i < Math.min(LISTED, all.size()); i++) {
      JsonNode one = all.get(i);
      page.append(
          "| %s | %s | %s | %s |\n"
              .formatted(
                  cell(one.path("id")),
                  cell(one.path("ours")),
                  cell(one.path("theirs")),
                  cell(one.path("why"))));
    }
    if (all.size() > LISTED) {
      page.append("\nThe other ")
          .append(all.size() - LISTED)
          .append(" stand in `matter.json`, with their reasons.\n");
    }
  }

  private static String value(JsonNode figure) {
    String unit = figure.path("unit").asText();
    return OracleReport.plain(figure.path("value").asDouble())
        + (unit.isEmpty() || unit.equals("1") ? "" : " " + unit);
  }

  private static String beside(JsonNode figure) {
    StringBuilder text = new StringBuilder();
    figure
        .path("baseline")
        .properties()
        .forEach(
            baseline ->
                text.append(baseline.getKey())
                    .append(' ')
                    .append(OracleReport.plain(baseline.getValue().asDouble()))
                    .append(": "));
    if (figure.has("ratio")) {
      text.append(OracleReport.plain(figure.path("ratio").asDouble())).append(" times as fast");
    }
    return text.toString();
  }

  private static String cell(JsonNode text) {
    return text.asText().replace("|", "\\|").replace("\n", " ");
  }
}
