package dev.athanor.agent.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers the findings that a report cites, in the order in which it cites them. */
final class Citations {
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  /** Adds words that link to where their number was found. */
  void link(Html html, Finding finding, String words) {
    if (words.isEmpty()) {
      return;
    }
    html.tag("<a class=\"n\" href=\"#f" + number(finding) + "\">").words(words).tag("</a>");
  }

  /** Everything cited so far, first cited first. */
  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** The number of a finding, from 1. */
  int number(Finding finding) {
    return numbers.computeIfAbsent(
        finding.call() + " " + finding.pointer(),
        key -> {
          findings.add(finding);
          return findings.size();
        });
  }
}
