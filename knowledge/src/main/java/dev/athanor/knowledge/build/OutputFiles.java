package dev.athanor.knowledge.build;

import dev.athanor.knowledge.KnowledgeErrors;
import dev.athanor.knowledge.KnowledgeException;
import dev.athanor.knowledge.files.Manifest;
import dev.athanor.knowledge.files.Manifest.BuiltFile;
import dev.athanor.knowledge.files.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Holds all built files until every one is there, then writes them beside their places and moves
 * them in, the manifest last.
 */
final class OutputFiles {
  private final Map<String, byte[]> contents = new LinkedHashMap<>();
  private final List<BuiltFile> built = new ArrayList<>();

  /** Adds a file of text lines, packed by gzip without a time stamp. */
  void addLines(String name, List<String> lines, int records) {
    String text = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    add(name, packed(text.getBytes(StandardCharsets.UTF_8)), records);
  }

  /** Adds a file as it is. */
  void add(String name, byte[] bytes, int records) {
    contents.put(name, bytes);
    built.add(new BuiltFile(name, Sha256.of(bytes), bytes.length, records));
  }

  List<BuiltFile> built() {
    return List.copyOf(built);
  }

  void write(Path folder, Manifest manifest) {
    contents.put(Manifest.NAME, manifest.toBytes());
    try {
      Files.createDirectories(folder);
      Map<Path, Path> moves = new LinkedHashMap<>();
      for (Map.Entry<String, byte[]> file : contents.entrySet()) {
        Path written = folder.resolve(file.getKey() + ".part");
        Files.write(written, file.getValue());
        moves.put(written, folder.resolve(file.getKey()));
      }
      for (Map.Entry<Path, Path> move : moves.entrySet()) {
        Files.move(move.getKey(), move.getValue(), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new KnowledgeException(
          KnowledgeErrors.INPUT_OUTPUT, "the built files cannot be written", e);
    }
  }

  private static byte[] packed(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 3);
    try (OutputStream gzip = new BestGzip(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
    return packed.toByteArray();
  }

  private static final class BestGzip extends GZIPOutputStream {
    BestGzip(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
