package dev.athanor.matter.prototype.learning;

import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.CrystalJsonLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Gzipped crystal JSON lines, one after the other. */
public final class CrystalLines {
  private CrystalLines() {}

  /**
   * Hands every crystal of the file to {@code sink}, in order.
   *
   * @throws IOException where the file cannot be read
   */
  public static void forEach(Path file, Consumer<CrystalRecord> sink) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16),
                StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        sink.accept(CrystalJsonLines.parse(line));
      }
    }
  }
}
