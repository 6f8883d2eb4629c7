package dev.athanor.agent.export;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.tools.ArtifactStore;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes the synthesis list of an investigation in any of the export formats.
 *
 * <p>Its input is the investigation's view as REST gives it, so that a file exported here, a page
 * of the console and an answer over HTTP cannot tell different numbers.
 */
public final class SynthesisListExport {
  private static final int ID_DIGITS = 8;

  private final ArtifactStore artifacts;

  /** Exports whose crystals lie in {@code artifacts}. */
  public SynthesisListExport(ArtifactStore artifacts) {
    this.artifacts = artifacts;
  }

  /**
   * Writes the list; the stream stays open.
   *
   * @param view the whole view of the investigation, in snake_case
   * @throws ExportException {@code NO_SYNTHESIS_LIST} where none was drafted yet, {@code
   *     MISSING_CRYSTAL} where a crystal is not among the artifacts
   */
  public void export(JsonNode view, ExportFormat format, OutputStream out) throws IOException {
    SynthesisList list = SynthesisList.of(view);
    switch (format) {
      case JSON -> JsonExport.write(list, out);
      case CSV -> CsvExport.write(list, out);
      case XLSX -> WorkbookExport.write(list, out);
      case ZIP -> new CrystalArchive(artifacts).write(list, out);
      case HTML -> HtmlReport.write(list, out);
    }
    out.flush();
  }

  /** A name for the file, without anything that a file system or a header could stumble over. */
  public static String fileName(JsonNode view, ExportFormat format) {
    String id = view.path("id").asText("").replaceAll("[^A-Za-z0-9]", "");
    String part = id.length() > ID_DIGITS ? id.substring(0, ID_DIGITS) : id;
    return "synthesis-list" + (part.isEmpty() ? "" : "-" + part) + "." + format.extension();
  }
}
