package dev.athanor.models.elements.training;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.CrystalJsonLines;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/** Reads the project's data sets: gzipped lines, in the order of the file, on all cores. */
public final class CrystalDataset {
  private static final int CHUNK = 4096;

  private CrystalDataset() {}

  /** Every crystal of a file of crystal JSON lines. */
  public static List<CrystalRecord> read(Path file) {
    return read(file, record -> record);
  }

  /**
   * What {@code mapping} makes of each crystal of a file, so that crystals need not be kept.
   *
   * @throws ModelException {@code BAD_DATA} where the file cannot be read
   */
  public static <T> List<T> read(Path file, Function<CrystalRecord, T> mapping) {
    List<T> result = new ArrayList<>();
    List<String> chunk = new ArrayList<>(CHUNK);
    try (BufferedReader reader = open(file)) {
      for (Optional<String> line = next(reader); line.isPresent(); line = next(reader)) {
        chunk.add(line.get());
        if (chunk.size() == CHUNK) {
          result.addAll(parse(chunk, mapping));
          chunk.clear();
        }
      }
      result.addAll(parse(chunk, mapping));
    } catch (IOException | MatterException e) {
      throw new ModelException(
          ModelErrors.BAD_DATA, file.getFileName() + " cannot be read: " + e.getMessage(), e);
    }
    return result;
  }

  /** Every line of a gzipped text. */
  public static List<String> lines(Path file) {
    List<String> result = new ArrayList<>();
    try (BufferedReader reader = open(file)) {
      for (Optional<String> line = next(reader); line.isPresent(); line = next(reader)) {
        result.add(line.get());
      }
    } catch (IOException e) {
      throw new ModelException(
          ModelErrors.BAD_DATA, file.getFileName() + " cannot be read: " + e.getMessage(), e);
    }
    return result;
  }

  private static <T> List<T> parse(List<String> chunk, Function<CrystalRecord, T> mapping) {
    return chunk.parallelStream()
        .filter(line -> !line.isBlank())
        .map(line -> mapping.apply(CrystalJsonLines.parse(line)))
        .toList();
  }

  private static Optional<String> next(BufferedReader reader) throws IOException {
    return Optional.ofNullable(reader.readLine());
  }

  private static BufferedReader open(Path file) throws IOException {
    InputStream raw = Files.newInputStream(file);
    return new BufferedReader(
        new InputStreamReader(new GZIPInputStream(raw, 1 << 16), StandardCharsets.UTF_8), 1 << 16);
  }
}
