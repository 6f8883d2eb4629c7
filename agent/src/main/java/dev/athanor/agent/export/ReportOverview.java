package dev.athanor.agent.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** The head of the report: what was asked, where the list stands, and all compounds at a glance. */
final class ReportOverview {
  private final Html html;
  private final Citations citations;

  ReportOverview(Html html, Citations citations) {
    this.html = html;
    this.citations = citations;
  }

  void write(SynthesisList list) {
    String state = list.state().toLowerCase(Locale.ROOT);
    html.tag("<header><p class=\"kicker\">Athanor synthesis list ");
    html.element("span", "state " + Html.escaped(state), state).tag("</p>");
    html.element("h1", list.question());
    html.tag("<p class=\"meta\">");
    html.words(list.items().size() == 1 ? "1 compound" : list.items().size() + " compounds");
    meta("investigation", list.view().path("id"));
    meta("planner", list.view().path("planner"));
    meta("as of", list.view().path("updated_at"));
    html.tag("</p>");
    html.element(
        "p",
        "note",
        "Energies, probabilities and temperatures are predictions of a model, given with one"
            + " standard deviation and with whether the model knows such compounds; none was"
            + " measured. Follow any number to the finding it was taken from.");
    html.tag("</header>");
    table(list);
  }

  private void meta(String name, JsonNode value) {
    if (value.isValueNode() && !value.asText("").isEmpty() && !value.isNull()) {
      html.tag(" <span>").words("\u00b7 " + name + " " + value.asText()).tag("</span>");
    }
  }

  private void table(SynthesisList list) {
    html.tag("<section><h2>Overview</h2><div class=\"wide\"><table class=\"overview\"><thead><tr>");
    html.tag("<th class=\"right\">#</th><th>Compound</th><th>Space group</th>");
    for (EstimateKind kind : EstimateKind.all()) {
      html.element("th", "right", kind.title());
    }
    html.tag("<th>Route</th></tr></thead><tbody>");
    for (ListItem item : list.items()) {
      html.tag("<tr><td class=\"right\">" + item.rank() + "</td>");
      html.tag("<td><a class=\"formula\" href=\"#c" + item.index() + "\">");
      Formula.write(html, item.formula());
      html.tag("</a></td>").element("td", item.text("space_group"));
      for (EstimateKind kind : EstimateKind.all()) {
        html.tag("<td class=\"right\">");
        EstimateCell.write(html, citations, item, kind);
        html.tag("</td>");
      }
      html.element("td", calm(item.node().at("/route/method")));
      html.tag("</tr>");
    }
    html.tag("</tbody></table></div></section>");
  }

  /** {@code ARC_MELTING} as {@code arc melting}. */
  static String calm(JsonNode word) {
    return word.isNull() ? "" : word.asText("").toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
