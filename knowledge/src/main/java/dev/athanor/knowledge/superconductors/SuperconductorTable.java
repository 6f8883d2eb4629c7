package dev.athanor.knowledge.superconductors;

import dev.athanor.knowledge.KnowledgeErrors;
import dev.athanor.knowledge.KnowledgeException;
import dev.athanor.knowledge.files.BoundedLines;
import dev.athanor.knowledge.files.CsvTable;
import dev.athanor.knowledge.files.RowProblems;
import dev.athanor.matter.chemistry.Composition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Known superconductors as a table: columns {@code formula} and {@code tc_K} (kelvin), optionally
 * {@code family}, {@code evidence}, {@code source} (several joined by {@code +}) and {@code
 * reports}.
 */
public final class SuperconductorTable {
  private static final List<String> REQUIRED = List.of("formula", "tc_K");
  private static final int MAX_ROWS = 2_000_000;

  private SuperconductorTable() {}

  /** Header line of the table that {@link #row} writes. */
  public static String header() {
    return "formula\ttc_k\tfamily\tevidence\tsource\treports";
  }

  /** One superconductor as a line of tab-separated fields. */
  public static String row(KnownSuperconductor known) {
    return String.join(
        "\t",
        known.formula(),
        kelvin(known.criticalTemperatureKelvin()),
        known.family(),
        known.evidence().label(),
        String.join("+", known.sources()),
        Integer.toString(known.reports()));
  }

  /**
   * Reads a comma- or tab-separated table; bad rows go to {@code problems}. A row without {@code
   * evidence} is a user's.
   *
   * @throws KnowledgeException if the table as a whole cannot be read
   */
  public static List<KnownSuperconductor> read(BoundedLines lines, RowProblems problems) {
    List<KnownSuperconductor> known = new ArrayList<>();
    CsvTable.read(
        lines,
        REQUIRED,
        problems,
        row -> {
          if (known.size() == MAX_ROWS) {
            throw new KnowledgeException(
                KnowledgeErrors.TOO_LARGE, "at most " + MAX_ROWS + " rows are read from one file");
          }
          known.add(superconductor(row, lines.name()));
        });
    return known;
  }

  private static KnownSuperconductor superconductor(CsvTable.Row row, String file) {
    String formula = row.required("formula");
    OptionalDouble reports = row.number("reports");
    return new KnownSuperconductor(
        formula,
        Composition.parse(formula),
        row.requiredNumber("tc_k"),
        row.text("family").orElse("unknown"),
        evidence(row.text("evidence")),
        row.text("source").map(s -> Arrays.asList(s.split("\\+", -1))).orElse(List.of(file)),
        reports.isPresent() ? (int) reports.getAsDouble() : 1);
  }

  private static Evidence evidence(Optional<String> label) {
    if (label.isEmpty()) {
      return Evidence.USER;
    }
    return Arrays.stream(Evidence.values())
        .filter(e -> e.label().equals(label.get().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new KnowledgeException(
                    KnowledgeErrors.BAD_ROW,
                    "evidence must be measured, computed or user, not '" + label.get() + "'"));
  }

  private static String kelvin(double value) {
    String text = String.format(Locale.ROOT, "%.3f", value);
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
  }
}
