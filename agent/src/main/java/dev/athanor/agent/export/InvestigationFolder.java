package dev.athanor.agent.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.athanor.tools.ArtifactStore;
import dev.athanor.tools.transcription.PrivacyReport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Everything about an investigation as a folder of files: the answer, the candidates, their
 * crystals, the synthesis list in every format, models that were released, and the journal.
 */
public final class InvestigationFolder {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  private final ArtifactStore artifacts;

  /** Folders for investigations whose crystals lie in {@code artifacts}. */
  public InvestigationFolder(ArtifactStore artifacts) {
    this.artifacts = artifacts;
  }

  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes the files; each appears when it is whole.
   *
   * @param view the whole view, in snake_case
   * @param journal its entries, oldest first
   * @param folder where to; made where it is not there
   * @return what was written, relative to the folder
   */
  public List<String> write(JsonNode view, List<JsonNode> journal, Path folder) throws IOException {
    List<String> written = new ArrayList<>();
    if (!view.path("answers").isEmpty()) {
      file(folder, "answer.md", out -> text(out, AnswerMarkdown.of(view)), written);
    }
    if (!view.path("candidates").isEmpty()) {
      file(folder, "candidates.csv", out -> CandidateTable.write(view, out), written);
      file(folder, "candidates.json", out -> json(out, view.path("candidates")), written);
      crystals(view, folder, written);
    }
    if (view.path("synthesis_list").isObject()) {
      SynthesisListExport export = new SynthesisListExport(artifacts);
      for (ExportFormat format : ExportFormat.values()) {
        String name = "synthesis-list." + format.extension();
        file(folder, name, out -> export.export(view, format, out), written);
      }
    }
    models(view, folder, written);
    file(folder, "journal.jsonl", out -> journal(out, journal), written);
    return written;
  }

  private void crystals(JsonNode view, Path folder, List<String> written) throws IOException {
    CrystalArchive archive = new CrystalArchive(artifacts);
    int rank = 1;
    for (JsonNode candidate : view.path("candidates")) {
      CrystalArchive.CifFile cif =
          archive.cif(candidate.path("rank").asInt(rank), candidate.path("crystal").asText());
      file(folder, "crystals/" + cif.name(), out -> text(out, cif.content()), written);
      rank++;
    }
  }

  private void models(JsonNode view, Path folder, List<String> written) throws IOException {
    int number = 1;
    for (PrivacyReport report : ReleasedFiles.of(view, artifacts)) {
      String name =
          String.format(Locale.ROOT, "models/%02d-%s", number, ReleasedFiles.modelName(report));
      file(folder, name, out -> out.write(report.modelFile(artifacts)), written);
      file(folder, name + ReleasedFiles.PAGE, out -> text(out, PrivacyPage.of(report)), written);
      file(folder, name + ReleasedFiles.JSON, out -> out.write(report.bytes()), written);
      number++;
    }
  }

  private static void file(Path folder, String name, Content content, List<String> written)
      throws IOException {
    try (AtomicFile file = AtomicFile.create(folder.resolve(name))) {
      content.writeTo(file.stream());
      file.commit();
    }
    written.add(name);
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void json(OutputStream out, JsonNode node) throws IOException {
    MAPPER.writerWithDefaultPrettyPrinter().writeValue(out, node);
    out.write('\n');
  }

  private static void journal(OutputStream out, List<JsonNode> entries) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    for (JsonNode entry : entries) {
      writer.append(entry.toString()).append('\n');
    }
    writer.flush();
  }
}
