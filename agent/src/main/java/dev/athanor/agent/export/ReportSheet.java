package dev.athanor.agent.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;

/** One compound: estimates, evidence, weighing sheet, route, heat treatment, hazards, pattern. */
final class ReportSheet {
  private static final int STRONGEST = 12;

  private final Html html;
  private final Citations citations;

  ReportSheet(Html html, Citations citations) {
    this.html = html;
    this.citations = citations;
  }

  void write(ListItem item) {
    html.tag("<section class=\"sheet\" id=\"c" + item.index() + "\"><h2><span class=\"rank\">");
    html.words(item.rank() + "").tag("</span> ");
    Formula.write(html, item.formula());
    about(item.text("space_group"), item.text("prototype"), item.text("kind"));
    html.tag("</h2>");
    estimates(item);
    background(item);
    evidence(item);
    precursors(item);
    route(item);
    program(item);
    hazards(item);
    caveats(item);
    pattern(item);
    html.tag("<p class=\"address\">crystal ").element("code", item.crystal()).tag("</p></section>");
  }

  private void about(String... parts) {
    for (String part : parts) {
      if (!part.isBlank()) {
        html.element("span", "group", part);
      }
    }
  }

  private void background(ListItem item) {
    List<String> words = ItemFields.background(item);
    if (!words.isEmpty()) {
      html.tag("<ul class=\"background\">");
      words.forEach(sentence -> html.element("li", sentence));
      html.tag("</ul>");
    }
  }

  private void caveats(ListItem item) {
    JsonNode caveats = item.node().path("caveats");
    if (!caveats.isEmpty()) {
      html.tag("<h3>Keep in mind</h3><ul>");
      caveats.forEach(caveat -> html.element("li", caveat.asText()));
      html.tag("</ul>");
    }
  }

  private void estimates(ListItem item) {
    html.tag("<dl class=\"estimates\">");
    for (EstimateKind kind : EstimateKind.all()) {
      html.tag("<div>").element("dt", kind.title()).tag("<dd>");
      EstimateCell.write(html, citations, item, kind);
      html.tag("</dd></div>");
    }
    html.tag("</dl>");
  }

  private void evidence(ListItem item) {
    JsonNode of = ItemFields.evidence(item, "evidence_for");
    JsonNode against = ItemFields.evidence(item, "evidence_against");
    if (of.isEmpty() && against.isEmpty()) {
      return;
    }
    html.tag("<div class=\"evidence\">");
    bullets("For", "for", of);
    bullets("Against", "against", against);
    html.tag("</div>");
  }

  private void bullets(String title, String cssClass, JsonNode words) {
    if (words.isEmpty()) {
      return;
    }
    html.tag("<div class=\"" + cssClass + "\">").element("h3", title).tag("<ul>");
    words.forEach(word -> html.element("li", word.asText()));
    html.tag("</ul></div>");
  }

  private void precursors(ListItem item) {
    List<Finding> rows = ItemFields.precursors(item);
    if (rows.isEmpty()) {
      return;
    }
    html.tag("<h3>Weigh");
    Finding batch = ItemFields.batch(item);
    if (batch.value().isNumber()) {
      html.tag(" for a batch of ");
      citations.link(html, batch, Numbers.plain(batch.value(), 3) + "\u00a0g");
    }
    html.tag("</h3><div class=\"wide\"><table><thead><tr><th>Precursor</th><th>Form</th>")
        .tag("<th class=\"right\">Purity</th><th class=\"right\">Excess</th>")
        .tag("<th class=\"right\">Mass</th><th>Kept</th><th>Why</th></tr></thead><tbody>");
    for (Finding row : rows) {
      JsonNode cells = row.value();
      html.tag("<tr><td>");
      Formula.write(html, cells.path("formula").asText());
      html.tag("</td>").element("td", cells.path("form").asText());
      number(row, "purity", 5, "");
      number(row, "excess_percent", 2, "\u00a0%");
      number(row, "mass_g", 4, "\u00a0g");
      html.element("td", cells.path("storage").asText());
      html.element("td", "why", cells.path("reason").asText()).tag("</tr>");
    }
    html.tag("</tbody></table></div>");
  }

  private void route(ListItem item) {
    JsonNode route = item.node().path("route");
    if (!route.isObject()) {
      return;
    }
    html.element("h3", "Route: " + ReportOverview.calm(route.path("method")));
    html.tag("<p>").words(sentence(route)).tag("</p>");
    if (!route.path("reasons").isEmpty()) {
      html.tag("<ul>");
      route.path("reasons").forEach(reason -> html.element("li", reason.asText()));
      html.tag("</ul>");
    }
    melting(item);
    if (!route.path("alternatives").isEmpty()) {
      html.tag("<p class=\"alternatives\">Also worth a thought: ");
      StringBuilder words = new StringBuilder();
      route
          .path("alternatives")
          .forEach(word -> words.append(words.isEmpty() ? "" : "; ").append(word.asText()));
      html.words(words + ".").tag("</p>");
    }
  }

  private static String sentence(JsonNode route) {
    String container = route.path("container").asText("");
    String atmosphere = route.path("atmosphere").asText("");
    return (container.isEmpty() ? "" : "In " + container + ". ")
        + (atmosphere.isEmpty() ? "" : "Atmosphere: " + atmosphere + ".");
  }

  private void melting(ListItem item) {
    Finding liquidus = item.finding("/route/estimated_liquidus_c");
    Finding solidus = item.finding("/route/estimated_solidus_c");
    Finding spread = item.finding("/route/melting_uncertainty_c");
    if (!liquidus.value().isNumber() || !solidus.value().isNumber()) {
      return;
    }
    html.tag("<p>By rule of thumb it starts to melt at ");
    citations.link(html, solidus, Numbers.fixed(solidus.value(), 0) + "\u00a0\u00b0C");
    html.tag(" and is liquid at ");
    citations.link(html, liquidus, Numbers.fixed(liquidus.value(), 0) + "\u00a0\u00b0C");
    if (spread.value().isNumber()) {
      html.tag(", both within ");
      citations.link(
          html, spread, "\u00b1\u00a0" + Numbers.fixed(spread.value(), 0) + "\u00a0\u00b0C");
    }
    html.tag(".</p>");
  }

  private void program(ListItem item) {
    List<Finding> rows = ItemFields.steps(item);
    if (rows.isEmpty()) {
      return;
    }
    html.tag("<h3>Steps</h3><div class=\"wide\"><table><thead><tr><th class=\"right\">#</th>")
        .tag("<th>Step</th><th class=\"right\">Temperature</th><th class=\"right\">Rate</th>")
        .tag("<th class=\"right\">Hold</th><th>Atmosphere</th></tr></thead><tbody>");
    int step = 1;
    for (Finding row : rows) {
      html.tag("<tr><td class=\"right\">" + step++ + "</td>");
      html.element("td", row.value().path("step").asText());
      number(row, "temperature_c", 0, "\u00a0\u00b0C");
      number(row, "ramp_per_hour_c", 0, "\u00a0\u00b0C/h");
      number(row, "hold_hours", 2, "\u00a0h");
      html.element("td", row.value().path("atmosphere").asText()).tag("</tr>");
    }
    html.tag("</tbody></table></div>");
  }

  private void hazards(ListItem item) {
    List<Finding> rows = ItemFields.hazards(item);
    if (rows.isEmpty()) {
      return;
    }
    html.tag("<h3>Hazards</h3><div class=\"wide\"><table class=\"hazards\"><thead><tr>")
        .tag("<th>From</th><th>Hazard</th><th>Precaution</th></tr></thead><tbody>");
    for (Finding row : rows) {
      html.tag("<tr>").element("td", row.value().path("source").asText());
      html.element("td", row.value().path("hazard").asText());
      html.element("td", row.value().path("precaution").asText()).tag("</tr>");
    }
    html.tag("</tbody></table></div>");
  }

  private void pattern(ListItem item) {
    List<Finding> rows = ItemFields.reflections(item);
    if (rows.isEmpty()) {
      return;
    }
    String radiation = ItemFields.radiation(item);
    html.element("h3", "Expected powder pattern" + (radiation.isEmpty() ? "" : ", " + radiation));
    PowderPatternSvg.draw(
        html,
        rows.stream().map(Finding::value).toList(),
        "Simulated powder pattern of " + item.formula());
    html.element("p", "note", "The strongest lines: h k l, angle 2\u03b8, spacing, intensity.");
    html.tag("<ul class=\"lines\">");
    rows.stream()
        .sorted(
            Comparator.<Finding>comparingDouble(
                    row -> ItemFields.field(row.value(), "intensity").asDouble())
                .reversed())
        .limit(STRONGEST)
        .sorted(
            Comparator.comparingDouble(
                row -> ItemFields.field(row.value(), "two_theta").asDouble()))
        .forEach(this::reflection);
    html.tag("</ul>");
  }

  private void reflection(Finding row) {
    JsonNode line = row.value();
    html.tag("<li>").element("b", PowderPatternSvg.indices(line)).tag("<span>");
    citations.link(html, row, Numbers.fixed(ItemFields.field(line, "two_theta"), 2) + "\u00b0");
    html.tag("</span><span>");
    citations.link(html, row, Numbers.fixed(ItemFields.field(line, "d"), 4) + "\u00a0\u00c5");
    html.tag("</span><span>");
    citations.link(html, row, Numbers.fixed(ItemFields.field(line, "intensity"), 1));
    html.tag("</span></li>");
  }

  private void number(Finding row, String field, int digits, String unit) {
    String name = ItemFields.nameOf(row.value(), field);
    JsonNode value = row.value().path(name);
    html.tag("<td class=\"right\">");
    if (value.isNumber()) {
      citations.link(
          html,
          new Finding(row.call(), row.pointer() + "/" + name, value),
          Numbers.plain(value, digits) + unit);
    }
    html.tag("</td>");
  }
}
