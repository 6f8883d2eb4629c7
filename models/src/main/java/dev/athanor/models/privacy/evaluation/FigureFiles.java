package dev.athanor.models.privacy.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.privacy.transcription.Assurance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Figures as JSON for programs and as a page for people. */
final class FigureFiles {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private FigureFiles() {}

  /** The file of the same name with another ending. */
  static Path beside(Path output, String ending) {
    String name = String.valueOf(output.getFileName());
    return output.resolveSibling(name.replaceFirst("\\.json$", "") + ending);
  }

  /** Writes both. */
  static void write(Path output, List<PrivacyFigure> figures) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    figures.forEach(figure -> list.add(node(figure)));
    try {
      Files.writeString(
          output, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(list) + "\n");
      Files.writeString(beside(output, ".md"), page(figures));
    } catch (IOException e) {
      throw new ModelException(ModelErrors.BAD_DATA, "cannot write " + output.getFileName(), e);
    }
  }

  private static ObjectNode node(PrivacyFigure figure) {
    BenchmarkRun any = figure.any();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("dataset", any.dataset()).put("method", any.method().word());
    node.put("assurance", any.assurance() == Assurance.RECORD ? "record" : "as-published");
    node.put("epsilon_asked", any.asked());
    figure
        .epsilon()
        .ifPresentOrElse(
            epsilon -> node.put("epsilon", rounded(epsilon)), () -> node.putNull("epsilon"));
    node.put("epsilon_paper", rounded(any.epsilonPaper()));
    node.put("delta", any.delta());
    node.put(any.measure().field(), rounded(figure.mean()));
    figure
        .deviation()
        .ifPresentOrElse(
            deviation -> node.put("std", rounded(deviation)), () -> node.putNull("std"));
    node.put("seeds", figure.runs().size());
    node.put("teacher", rounded(figure.teacher()));
    figure
        .published()
        .ifPresentOrElse(
            published -> node.put("published", published), () -> node.putNull("published"));
    node.put("seconds", Math.round(figure.seconds())).put("commit", any.commit());
    return node;
  }

  private static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }

  private static String page(List<PrivacyFigure> figures) {
    StringBuilder page = new StringBuilder(1024);
    page.append("# Private transcription: figures\n\n")
        .append("Written by `athanor evaluate-privacy`; single runs stand in ")
        .append("`privacy-runs.jsonl`. Mean and standard\n")
        .append("deviation over seeds, on test parts that nothing learned from. ")
        .append("Epsilon is what holds for records by the sound\n")
        .append("accountant; beside it, what the method's paper would claim for its own ")
        .append("mechanism. The teacher knows no privacy.\n");
    figures.stream()
        .flatMap(figure -> figure.runs().stream())
        .mapToDouble(BenchmarkRun::seconds)
        .max()
        .ifPresent(
            seconds ->
                page.append(
                    String.format(
                        Locale.ROOT,
                        "%nNo run may take more than 40 minutes on two processors; the longest here"
                            + " took %.0f seconds.%n",
                        seconds)));
    String dataset = "";
    for (PrivacyFigure figure : figures) {
      BenchmarkRun any = figure.any();
      if (!any.dataset().equals(dataset)) {
        dataset = any.dataset();
        page.append(
            String.format(
                Locale.ROOT,
                "%n## %s%n%n| method | epsilon | epsilon, paper | delta | %s | seeds | teacher |"
                    + " published | seconds |%n|---|---:|---:|---:|---:|---:|---:|---:|---:|%n",
                dataset,
                any.measure() == Measure.AUC ? "AUC" : "accuracy"));
      }
      page.append(line(figure));
    }
    return page.toString().replace(System.lineSeparator(), "\n");
  }

  private static String line(PrivacyFigure figure) {
    BenchmarkRun any = figure.any();
    return String.format(
        Locale.ROOT,
        "| %s%s | %s | %.2f | %.0e | %.4f%s | %d | %.4f | %s | %.0f |%n",
        any.method().word(),
        any.assurance() == Assurance.RECORD ? "" : " (as published)",
        figure.epsilon().map(epsilon -> String.format(Locale.ROOT, "%.2f", epsilon)).orElse("none"),
        any.epsilonPaper(),
        any.delta(),
        figure.mean(),
        figure.deviation().isPresent()
            ? String.format(Locale.ROOT, " ± %.4f", figure.deviation().getAsDouble())
            : "",
        figure.runs().size(),
        figure.teacher(),
        figure.published().isPresent() ? String.valueOf(figure.published().getAsDouble()) : "",
        figure.seconds());
  }
}
