package dev.athanor.agent.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The appendix: every number that the report cites, under the call in whose result it stands. */
final class ReportFindings {
  private static final int LONGEST_VALUE = 300;

  private final Html html;

  ReportFindings(Html html) {
    this.html = html;
  }

  void write(SynthesisList list, Citations citations) {
    Map<String, List<Finding>> byCall = new LinkedHashMap<>();
    for (Finding finding : citations.findings()) {
      byCall.computeIfAbsent(finding.call(), call -> new ArrayList<>()).add(finding);
    }
    html.tag("<section class=\"findings\"><h2>Findings</h2>");
    html.element(
        "p",
        "note",
        "Each number above links here: to the tool's call that gave it, and to its place in that"
            + " call's result.");
    byCall.forEach((call, findings) -> call(list, citations, call, findings));
    html.tag("</section>");
  }

  private void call(SynthesisList list, Citations citations, String id, List<Finding> findings) {
    Optional<JsonNode> call = list.call(id);
    html.tag("<h3>");
    html.element("code", call.map(c -> c.path("tool").asText()).orElse("call"));
    html.element("span", "callid", id).tag("</h3>");
    call.ifPresent(this::facts);
    html.tag("<ol class=\"cited\">");
    for (Finding finding : findings) {
      int number = citations.number(finding);
      html.tag("<li id=\"f" + number + "\" value=\"" + number + "\">");
      html.element("code", finding.pointer()).tag(" ");
      html.element("span", "value", shown(finding.value())).tag("</li>");
    }
    html.tag("</ol>");
  }

  private void facts(JsonNode call) {
    html.tag("<p class=\"meta\">").words("started " + call.path("started_at").asText("?"));
    if (call.path("duration_ms").isNumber()) {
      html.words(", " + call.path("duration_ms").asText() + " ms");
    }
    html.tag("</p>");
  }

  private static String shown(JsonNode value) {
    String text = value.isMissingNode() ? "(not in the result)" : value.toString();
    return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "\u2026" : text;
  }
}
