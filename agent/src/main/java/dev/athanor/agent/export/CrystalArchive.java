package dev.athanor.agent.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.CifWriter;
import dev.athanor.matter.format.CrystalJsonLines;
import dev.athanor.tools.ArtifactStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The crystals of a list as CIF files, with a manifest that says which is which. */
public final class CrystalArchive {
  /** The same list gives the same bytes: entries carry no time of their own. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ArtifactStore artifacts;

  /** Archives of crystals that lie in {@code artifacts}. */
  public CrystalArchive(ArtifactStore artifacts) {
    this.artifacts = artifacts;
  }

  /**
   * A crystal as a file.
   *
   * @param name file name, safe on every system
   * @param content the CIF
   */
  public record CifFile(String name, String content) {}

  /**
   * The CIF of a kept crystal.
   *
   * @param rank number that the file name begins with
   * @param crystal content address
   * @throws ExportException {@code MISSING_CRYSTAL}
   */
  public CifFile cif(int rank, String crystal) {
    byte[] content =
        artifacts.get(crystal).orElseThrow(() -> missing(crystal, "is not among the artifacts"));
    try {
      CrystalRecord row = CrystalJsonLines.parse(new String(content, StandardCharsets.UTF_8));
      String formula = row.crystal().composition().reducedFormula();
      String name =
          String.format(Locale.ROOT, "%02d-%s.cif", rank, formula.replaceAll("[^A-Za-z0-9.]", "_"));
      return new CifFile(name, CifWriter.write(row));
    } catch (MatterException e) {
      throw missing(crystal, "does not read: " + e.getMessage());
    }
  }

  void write(SynthesisList list, OutputStream out) throws IOException {
    List<CifFile> files = new ArrayList<>();
    ObjectNode manifest = MAPPER.createObjectNode();
    manifest.put("investigation", list.view().path("id").asText());
    manifest.put("question", list.question());
    manifest.put("state", list.state());
    ArrayNode entries = manifest.putArray("files");
    for (ListItem item : list.items()) {
      CifFile file = cif(item.rank(), item.crystal());
      files.add(file);
      entries
          .addObject()
          .put("file", file.name())
          .put("rank", item.rank())
          .put("formula", item.formula())
          .put("crystal", item.crystal());
    }
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    entry(
        zip,
        "manifest.json",
        MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n");
    for (CifFile file : files) {
      entry(zip, file.name(), file.content());
    }
    zip.finish();
  }

  private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static ExportException missing(String crystal, String why) {
    String shown = crystal.length() > 12 ? crystal.substring(0, 12) : crystal;
    return new ExportException(
        ExportErrors.MISSING_CRYSTAL,
        "the crystal " + shown + " " + why,
        "export from the folder that the investigation ran in, or run it again");
  }
}
