package dev.athanor.models.elements.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A page for people beside the file of figures: a table and the charts of each part. */
final class FiguresPage {
  private FiguresPage() {}

  /**
   * Writes the page.
   *
   * @param figures as they stand in the file
   * @param file the file of figures; the page has its name with the ending {@code md}
   */
  static void write(List<JsonNode> figures, Path file) {
    Map<String, List<JsonNode>> parts = new LinkedHashMap<>();
    for (JsonNode figure : figures) {
      parts
          .computeIfAbsent(figure.path("part").asText("other"), p -> new ArrayList<>())
          .add(figure);
    }
    StringBuilder page = new StringBuilder("# Figures of " + title(file) + "\n\n");
    page.append("Written by `athanor evaluate`, one section for each of its parts.\n");
    parts.forEach((part, nodes) -> section(page, part, nodes, file));
    String name = String.valueOf(file.getFileName()).replaceAll("\\.json$", "") + ".md";
    try {
      Files.writeString(file.resolveSibling(name), page.toString());
    } catch (IOException e) {
      throw new ModelException(ModelErrors.BAD_DATA, "the page cannot be written", e);
    }
  }

  private static String title(Path file) {
    return String.valueOf(file.getFileName()).startsWith("diffspectra")
        ? "DiffSpectra"
        : "Elements";
  }

  private static void section(StringBuilder page, String part, List<JsonNode> figures, Path file) {
    JsonNode first = figures.get(0);
    page.append("\n## ").append(part).append("\n\nModel `").append(first.path("model").asText());
    page.append("`, measured by `").append(first.path("command").asText());
    page.append("` at ").append(first.path("commit").asText());
    page.append(".\n\n| what | data | value | beside |\n|---|---|---:|---|\n");
    for (JsonNode figure : figures) {
      List<String> beside = new ArrayList<>();
      figure
          .path("baseline")
          .properties()
          .forEach(b -> beside.add(b.getKey() + " " + number(b.getValue())));
      String unit = figure.path("unit").asText();
      page.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s%s | %s |%n",
              figure.path("metric").asText(),
              figure.path("dataset").asText(),
              number(figure.path("value")),
              unit.equals("1") ? "" : " " + unit,
              String.join(", ", beside)));
    }
    charts(file.resolveSibling("plots").resolve(part))
        .forEach(
            chart ->
                page.append(
                    String.format(
                        Locale.ROOT,
                        "%n![%s](plots/%s/%s)%n",
                        chart.replace(".svg", "").replace('-', ' '),
                        part,
                        chart)));
  }

  private static List<String> charts(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".svg"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new ModelException(ModelErrors.BAD_DATA, "the charts cannot be listed", e);
    }
  }

  /** Four digits are enough to read. */
  private static String number(JsonNode value) {
    double number = value.asDouble();
    return number == Math.rint(number) && Math.abs(number) < 1e9
        ? Long.toString(Math.round(number))
        : String.format(Locale.ROOT, "%.4g", number);
  }
}
