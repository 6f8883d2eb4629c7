package dev.athanor.agent.export;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.tools.ArtifactStore;
import dev.athanor.tools.transcription.PrivacyReport;
import java.util.ArrayList;
import java.util.List;

/** Models that an investigation released, as files that can be given away. */
public final class ReleasedFiles {
  /** What follows a model's name in the name of its report as a page. */
  public static final String PAGE = ".report.html";

  /** What follows a model's name in the name of its report as JSON. */
  public static final String JSON = ".report.json";

  private static final String TOOL = "transcribe_model";

  private ReleasedFiles() {}

  /** The name of a model's file. */
  public static String modelName(PrivacyReport report) {
    return report.card().dataset().replaceAll("[^A-Za-z0-9._-]", "_") + ".student";
  }

  /**
   * Reports on all models that an investigation released, oldest first.
   *
   * @param view the whole view, in snake_case
   */
  static List<PrivacyReport> of(JsonNode view, ArtifactStore artifacts) {
    List<PrivacyReport> reports = new ArrayList<>();
    for (JsonNode call : view.path("calls")) {
      String address = call.at("/result/report").asText();
      if (call.path("tool").asText().equals(TOOL) && !address.isEmpty()) {
        reports.add(PrivacyReport.load(address, artifacts));
      }
    }
    return reports;
  }
}
