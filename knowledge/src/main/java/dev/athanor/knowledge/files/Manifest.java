package dev.athanor.knowledge.files;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.athanor.knowledge.KnowledgeErrors;
import dev.athanor.knowledge.KnowledgeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was built, from what, and how: written beside the built files as {@code manifest.json}.
 *
 * @param formatVersion format of the files; a reader refuses others
 * @param command how the build was started
 * @param energySource where the formation energies come from: a model's version, or {@link
 *     #DFT_ENERGIES}
 * @param embedder identifier of the sentence embedder of the passages, or {@code none}
 * @param files built files with checksums
 * @param sources data sets that went in, with licences
 * @param counts how many rows were read, kept, merged or left out, by name
 */
public record Manifest(
    int formatVersion,
    String command,
    String energySource,
    String embedder,
    List<BuiltFile> files,
    List<Source> sources,
    Map<String, Integer> counts) {
  /** Format that this version writes and reads. */
  public static final int FORMAT_VERSION = 1;

  /** File name of the manifest. */
  public static final String NAME = "manifest.json";

  /** Energy source of a build whose energies are those of the 2018 Materials Project. */
  public static final String DFT_ENERGIES = "materials_project_2018_dft";

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  /**
   * One built file.
   *
   * @param name plain file name
   * @param sha256 checksum of its bytes
   * @param bytes size
   * @param records how many phases, superconductors, motifs, structures or passages it holds
   */
  public record BuiltFile(String name, String sha256, long bytes, int records) {}

  /**
   * One data set that went in.
   *
   * @param name its name
   * @param licence under which it was published
   * @param citation where it was published
   * @param inputs input files with checksums
   */
  public record Source(String name, String licence, String citation, List<InputFile> inputs) {
    public Source {
      inputs = List.copyOf(inputs);
    }
  }

  /**
   * One input file.
   *
   * @param path path within the data folder
   * @param sha256 checksum of its bytes
   */
  public record InputFile(String path, String sha256) {}

  public Manifest {
    files = List.copyOf(files);
    sources = List.copyOf(sources);
    counts = new TreeMap<>(counts);
  }

  /** How many records a built file holds; 0 where there is no such file. */
  public int records(String name) {
    return files.stream().filter(f -> f.name().equals(name)).mapToInt(BuiltFile::records).sum();
  }

  /**
   * Reads a manifest.
   *
   * @throws KnowledgeException {@code CORRUPT_FILE} or {@code UNSUPPORTED_VERSION}
   */
  public static Manifest read(KnowledgeFiles files) {
    Manifest manifest;
    try {
      manifest = MAPPER.readValue(files.read(NAME), Manifest.class);
    } catch (IOException e) {
      throw new KnowledgeException(KnowledgeErrors.CORRUPT_FILE, NAME + " is not a manifest", e);
    }
    if (manifest.formatVersion != FORMAT_VERSION) {
      throw new KnowledgeException(
          KnowledgeErrors.UNSUPPORTED_VERSION,
          "knowledge files of format "
              + manifest.formatVersion
              + "; this version reads "
              + FORMAT_VERSION);
    }
    return manifest;
  }

  /** The manifest as it is written, with a line break at the end. */
  public byte[] toBytes() {
    try {
      return (MAPPER.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("a manifest is always JSON", e);
    }
  }

  /**
   * One built file, checked against its checksum.
   *
   * @throws KnowledgeException {@code MISSING_FILE} or {@code CORRUPT_FILE}
   */
  public byte[] verified(KnowledgeFiles from, String name) {
    BuiltFile file =
        files.stream()
            .filter(f -> f.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new KnowledgeException(
                        KnowledgeErrors.MISSING_FILE, "the manifest lists no file " + name));
    byte[] bytes = from.read(name);
    if (!Sha256.of(bytes).equals(file.sha256())) {
      throw new KnowledgeException(
          KnowledgeErrors.CORRUPT_FILE, name + " does not match the checksum in the manifest");
    }
    return bytes;
  }
}
