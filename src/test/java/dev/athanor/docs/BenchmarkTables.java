package dev.athanor.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the tables of a Markdown document from {@code docs/benchmarks/NAME.json}: whatever stands
 * between {@code <!-- benchmarks:NAME -->} and {@code <!-- end -->} is replaced by one row for each
 * object of the file. {@code <!-- benchmarks:NAME across METRIC, METRIC where data has TEXT -->}
 * gives one row for each data set whose description has the text, and one column for each metric.
 */
final class BenchmarkTables {
  private static final Pattern BLOCK =
      Pattern.compile(
          "<!-- benchmarks:([a-z-]+)( across ([^>]+?) where data has ([^>]+?))? -->\\n"
              + ".*?<!-- end -->",
          Pattern.DOTALL);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private BenchmarkTables() {}

  static String fill(String document, Path benchmarks) {
    Matcher matcher = BLOCK.matcher(document);
    return matcher.replaceAll(
        block -> {
          JsonNode rows = rows(benchmarks.resolve(block.group(1) + ".json"));
          String first = block.group().substring(0, block.group().indexOf('\n') + 1);
          String table =
              block.group(2) == null
                  ? table(rows)
                  : across(rows, List.of(block.group(3).split(", ")), block.group(4));
          return Matcher.quoteReplacement(first + table + "<!-- end -->");
        });
  }

  private static JsonNode rows(Path file) {
    try {
      return MAPPER.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new IllegalStateException(
          "a document names benchmarks that cannot be read: " + file, e);
    }
  }

  private static String across(JsonNode rows, List<String> metrics, String text) {
    Map<String, Map<String, String>> byData = new LinkedHashMap<>();
    for (JsonNode row : rows) {
      String metric = row.path("metric").asText();
      String data = row.path("dataset").asText();
      if (metrics.contains(metric) && data.contains(text)) {
        byData
            .computeIfAbsent(data, d -> new HashMap<>())
            .put(metric, number(row.path("value")) + unit(row));
      }
    }
    if (byData.isEmpty()) {
      throw new IllegalStateException("a document wants figures of '" + text + "': there are none");
    }
    StringBuilder table =
        new StringBuilder("| data | " + String.join(" | ", metrics) + " |\n|---|")
            .append("---:|".repeat(metrics.size()))
            .append('\n');
    byData.forEach(
        (data, values) -> {
          table.append("| ").append(data);
          metrics.forEach(m -> table.append(" | ").append(values.getOrDefault(m, "")));
          table.append(" |\n");
        });
    return table.toString();
  }

  private static String table(JsonNode rows) {
    StringBuilder text =
        new StringBuilder("| what | data | value | baseline |\n|---|---|---:|---|\n");
    for (JsonNode row : rows) {
      text.append(
          "| %s | %s | %s | %s |\n"
              .formatted(
                  row.path("metric").asText(),
                  row.path("dataset").asText(),
                  number(row.path("value")) + unit(row),
                  baselines(row)));
    }
    return text.toString();
  }

  /** One number, words, or several methods with their numbers. */
  private static String baselines(JsonNode row) {
    JsonNode baseline = row.path("baseline");
    if (baseline.isNumber()) {
      return number(baseline) + unit(row);
    }
    if (!baseline.isObject()) {
      return baseline.asText("");
    }
    List<String> methods = new ArrayList<>();
    baseline.properties().forEach(b -> methods.add(b.getKey() + " " + number(b.getValue())));
    return String.join(", ", methods);
  }

  private static String unit(JsonNode row) {
    String unit = row.path("unit").asText("");
    return unit.isEmpty() || unit.equals("1") ? "" : " " + unit;
  }

  private static String number(JsonNode value) {
    double number = value.asDouble();
    if (number == Math.rint(number) && Math.abs(number) < 1e9) {
      return Long.toString(Math.round(number));
    }
    int decimals =
        Math.abs(number) >= 100 ? 0 : Math.abs(number) >= 10 ? 1 : Math.abs(number) >= 1 ? 2 : 3;
    return String.format(Locale.ROOT, "%." + decimals + "f", number);
  }
}
