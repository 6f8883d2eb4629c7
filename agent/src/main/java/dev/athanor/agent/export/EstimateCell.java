package dev.athanor.agent.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;

/** An estimate in a few characters: value, deviation, unit, and a mark for its applicability. */
final class EstimateCell {
  private EstimateCell() {}

  static void write(Html html, Citations citations, ListItem item, EstimateKind kind) {
    Optional<Finding> found = item.estimate(kind);
    if (found.isEmpty()) {
      html.element("span", "none", "\u2013");
      return;
    }
    JsonNode estimate = found.get().value();
    citations.link(html, found.get(), Numbers.fixed(estimate.path("value"), kind.digits()));
    String deviation = Numbers.fixed(estimate.path("standard_deviation"), kind.digits());
    if (!deviation.isEmpty()) {
      html.element("span", "std", " \u00b1\u00a0" + deviation);
    }
    html.element("span", "unit", Numbers.unit(estimate));
    applicability(html, estimate);
  }

  /** The mark: a word on paper, with its reason where there is one. */
  private static void applicability(Html html, JsonNode estimate) {
    String level = Numbers.level(estimate);
    if (level.isEmpty()) {
      return;
    }
    String reason = estimate.at("/applicability/reason").asText("");
    html.tag(
            "<br><span class=\"level "
                + Html.escaped(level.replace(' ', '-').toLowerCase(Locale.ROOT))
                + "\" title=\""
                + Html.escaped(reason)
                + "\">")
        .words(level)
        .tag("</span>");
  }
}
