package dev.athanor.knowledge.build;

import dev.athanor.knowledge.KnowledgeErrors;
import dev.athanor.knowledge.KnowledgeException;
import dev.athanor.knowledge.files.BoundedLines;
import dev.athanor.knowledge.files.CsvTable;
import dev.athanor.knowledge.files.RowProblems;
import dev.athanor.knowledge.superconductors.CompositionKey;
import dev.athanor.matter.chemistry.Composition;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reports in the sources that cannot be right, with the reason for each; the list is the file
 * {@code suspect_reports.csv} beside this class.
 */
final class SuspectReports {
  private static final String NAME = "suspect_reports.csv";

  private final Map<String, Suspect> byComposition;

  private record Suspect(double aboveKelvin, String reason) {}

  private SuspectReports(Map<String, Suspect> byComposition) {
    this.byComposition = byComposition;
  }

  static SuspectReports load() {
    InputStream stream = SuspectReports.class.getResourceAsStream(NAME);
    if (stream == null) {
      throw new KnowledgeException(KnowledgeErrors.MISSING_FILE, "no file " + NAME);
    }
    Map<String, Suspect> suspects = new HashMap<>();
    RowProblems problems = new RowProblems();
    try (BoundedLines lines = BoundedLines.of(NAME, stream)) {
      CsvTable.read(
          lines,
          List.of("formula", "above_k", "reason"),
          problems,
          row ->
              suspects.put(
                  CompositionKey.of(Composition.parse(row.required("formula"))),
                  new Suspect(row.requiredNumber("above_k"), row.required("reason"))));
    }
    if (problems.count() > 0) {
      throw new KnowledgeException(
          KnowledgeErrors.CORRUPT_FILE, problems.first().get(0).toString());
    }
    return new SuspectReports(suspects);
  }

  /**
   * Refuses a report that is on the list.
   *
   * @throws KnowledgeException {@code BAD_ROW} with the reason
   */
  void refuse(Composition composition, double kelvin) {
    Suspect suspect = byComposition.get(CompositionKey.of(composition));
    if (suspect != null && kelvin > suspect.aboveKelvin()) {
      throw new KnowledgeException(KnowledgeErrors.BAD_ROW, suspect.reason());
    }
  }
}
