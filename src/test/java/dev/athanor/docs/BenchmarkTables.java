package dev.athanor.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the tables of a Markdown document from {@code docs/benchmarks/NAME.json}: whatever stands
 * between {@code <!-- benchmarks:NAME -->} and {@code <!-- end -->} is replaced by one row for each
 * object of the file.
 */
final class BenchmarkTables {
  private static final Pattern BLOCK =
      Pattern.compile("<!-- benchmarks:([a-z-]+) -->\\n.*?<!-- end -->", Pattern.DOTALL);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private BenchmarkTables() {}

  static String fill(String document, Path benchmarks) {
    Matcher matcher = BLOCK.matcher(document);
    return matcher.replaceAll(
        block -> {
          String name = block.group(1);
          return Matcher.quoteReplacement(
              "<!-- benchmarks:%s -->%n%s<!-- end -->"
                  .formatted(name, table(benchmarks.resolve(name + ".json")))
                  .replace("\r", ""));
        });
  }

  private static String table(Path file) {
    JsonNode rows;
    try {
      rows = MAPPER.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new IllegalStateException(
          "a document names benchmarks that cannot be read: " + file, e);
    }
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
