package dev.athanor.matter.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * One section of {@code docs/benchmarks/matter.md}: what was compared, on how many cases, the
 * figures with their bars, how fast each side was, and every case on which the two differ.
 *
 * <pre>{@code
 * OracleReport.section("thermodynamics", "hull distance", "Hull distances and decompositions")
 *     .compared("our hull against pymatgen's PhaseDiagram, random sets of one to six elements", 600)
 *     .atMost("largest difference of the hull distance", difference, "eV/atom", 1e-9)
 *     .speed("hull distances", ours, "1/s", "pymatgen", theirs)
 *     .disagreement("set 17", "0.1", "0.2", "theirs leaves out an entry on the hull")
 *     .conclude();
 * }</pre>
 *
 * <p>{@link #conclude()} writes the section into the report, in the place of an earlier one of the
 * same name, and then fails if a bar is missed. Values are rounded to four digits and the report
 * has no date, so that a run that finds the same changes nothing. The files are committed after a
 * run of the whole profile only.
 */
public final class OracleReport {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final MathContext DIGITS = new MathContext(4);

  private final String topic;
  private final String name;
  private final String title;
  private final ArrayNode figures = MAPPER.createArrayNode();
  private final ArrayNode disagreements = MAPPER.createArrayNode();
  private final List<String> missed = new ArrayList<>();
  private String compared = "";
  private String note = "";
  private int cases;

  private OracleReport(String topic, String name, String title) {
    this.topic = topic;
    this.name = name;
    this.title = title;
  }

  /**
   * A section, empty so far.
   *
   * @param topic the part of the module, by which sections are ordered: one of {@link
   *     ReportFiles#TOPICS}
   * @param name short name, unique within the topic
   * @param title heading, for a reader who knows neither side's code
   */
  public static OracleReport section(String topic, String name, String title) {
    if (!ReportFiles.TOPICS.contains(topic)) {
      throw new IllegalArgumentException(topic + " is none of " + ReportFiles.TOPICS);
    }
    return new OracleReport(topic, name, title);
  }

  /** What is compared with what, on which data, and on how many cases. */
  public OracleReport compared(String what, int count) {
    compared = what;
    cases = count;
    return this;
  }

  /** A remark that a reader needs to judge the figures (Markdown, one paragraph). */
  public OracleReport note(String text) {
    note = text;
    return this;
  }

  /** A figure without a bar. */
  public OracleReport figure(String metric, double value, String unit) {
    add(metric, value, unit);
    return this;
  }

  /** A figure that must not exceed {@code bar}. */
  public OracleReport atMost(String metric, double value, String unit, double bar) {
    return judged(add(metric, value, unit), value, value <= bar, "at most", bar);
  }

  /** A figure that must reach {@code bar}. */
  public OracleReport atLeast(String metric, double value, String unit, double bar) {
    return judged(add(metric, value, unit), value, value >= bar, "at least", bar);
  }

  /** Our speed beside an oracle's, both measured in this run; larger is faster. */
  public OracleReport speed(String metric, double ours, String unit, String oracle, double theirs) {
    ObjectNode figure = add(metric, ours, unit);
    figure.putObject("baseline").put(oracle, rounded(theirs));
    figure.put("ratio", rounded(ours / theirs));
    return this;
  }

  /** As {@link #speed}, with a goal, which is shown but fails nothing: machines differ. */
  public OracleReport speed(
      String metric, double ours, String unit, double goal, String oracle, double theirs) {
    speed(metric, ours, unit, oracle, theirs);
    ObjectNode figure = (ObjectNode) figures.get(figures.size() - 1);
    figure.put("bar", "at least " + plain(goal)).put("met", ours >= goal);
    return this;
  }

  /** A case on which the two sides differ, with the reason. */
  public OracleReport disagreement(String id, String ours, String theirs, String why) {
    disagreements.addObject().put("id", id).put("ours", ours).put("theirs", theirs).put("why", why);
    return this;
  }

  /**
   * Writes the section and prints its figures.
   *
   * @throws AssertionError if a bar is missed
   */
  public void conclude() {
    ObjectNode section = MAPPER.createObjectNode();
    section.put("topic", topic).put("name", name).put("title", title);
    section.put("compared", compared).put("cases", cases).put("note", note);
    section.set("figures", figures);
    section.set("disagreements", disagreements);
    ReportFiles.put(section);
    StringBuilder summary = new StringBuilder(topic + "/" + name + ", " + cases + " cases\n");
    for (JsonNode figure : figures) {
      summary.append("  ").append(ReportMarkdown.sentence(figure)).append('\n');
    }
    summary.append("  disagreements: ").append(disagreements.size());
    System.out.println(summary);
    if (!missed.isEmpty()) {
      throw new AssertionError(topic + "/" + name + ": " + String.join("; ", missed));
    }
  }

  private ObjectNode add(String metric, double value, String unit) {
    return figures
        .addObject()
        .put("metric", metric)
        .put("dataset", compared)
        .put("value", rounded(value))
        .put("unit", unit);
  }

  private OracleReport judged(
      ObjectNode figure, double value, boolean met, String relation, double bar) {
    figure.put("bar", relation + " " + plain(bar)).put("met", met);
    if (!met) {
      missed.add(
          "%s is %s, must be %s %s"
              .formatted(figure.get("metric").asText(), value, relation, plain(bar)));
    }
    return this;
  }

  private static BigDecimal rounded(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a figure must be finite: " + value);
    }
    return new BigDecimal(new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString());
  }

  static String plain(double value) {
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-3 || size >= 1e9)) {
      return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toString().replace("E", "e");
    }
    return rounded(value).toPlainString();
  }
}
