package dev.athanor.agent.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The answers of an investigation as Markdown, with numbered citations of findings. */
public final class AnswerMarkdown {
  private AnswerMarkdown() {}

  /** The question, every answer, and what they cite. */
  static String of(JsonNode view) {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(oneLine(view.path("question").asText())).append("\n\n");
    List<JsonNode> cited = new ArrayList<>();
    for (JsonNode answer : view.path("answers")) {
      text.append(prose(answer, cited).strip()).append("\n\n");
    }
    if (!cited.isEmpty()) {
      text.append("## Findings\n\n");
      for (int i = 0; i < cited.size(); i++) {
        text.append(i + 1).append(". ").append(source(cited.get(i))).append('\n');
      }
      text.append('\n');
    }
    text.append("Investigation ")
        .append(view.path("id").asText())
        .append(", planner ")
        .append(view.path("planner").asText())
        .append(", ")
        .append(view.path("updated_at").asText())
        .append(".\n");
    return text.toString();
  }

  /**
   * One answer as words; citations become their rendered value with a number in brackets, what
   * nothing supports is marked.
   *
   * @param answer an answer of the view
   * @param cited citations so far; those of this answer are added
   */
  public static String prose(JsonNode answer, List<JsonNode> cited) {
    StringBuilder text = new StringBuilder();
    for (JsonNode segment : answer.path("segments")) {
      if (segment.has("text")) {
        text.append(segment.path("text").asText());
      } else if (segment.has("unsupported")) {
        text.append(segment.path("unsupported").asText()).append(" (unsupported)");
      } else if (segment.has("citation")) {
        JsonNode citation = segment.path("citation");
        text.append(citation.path("rendered").asText())
            .append(" [")
            .append(number(citation, cited))
            .append(']');
      }
    }
    return text.toString();
  }

  /** Where a citation leads, on one line. */
  public static String source(JsonNode citation) {
    return citation.path("label").asText()
        + ": "
        + citation.path("rendered").asText()
        + ", "
        + citation.path("tool").asText()
        + ", call "
        + citation.path("call").asText()
        + ", "
        + citation.path("pointer").asText();
  }

  private static int number(JsonNode citation, List<JsonNode> cited) {
    for (int i = 0; i < cited.size(); i++) {
      JsonNode other = cited.get(i);
      if (other.path("call").equals(citation.path("call"))
          && other.path("pointer").equals(citation.path("pointer"))) {
        return i + 1;
      }
    }
    cited.add(citation);
    return cited.size();
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
