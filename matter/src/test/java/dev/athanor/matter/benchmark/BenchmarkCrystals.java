package dev.athanor.matter.benchmark;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.crystal.Crystals;
import dev.athanor.matter.format.CrystalJsonLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The cells that speed is measured on. */
public final class BenchmarkCrystals {
  private static final Path REAL = Path.of("../../shared/data/mp2018/val.jsonl.gz");

  private BenchmarkCrystals() {}

  /** All of mp2018/val; where that is absent, as many random cells. */
  public static List<Crystal> crystals() {
    if (!Files.exists(REAL)) {
      Random random = new Random(20261123);
      return Stream.generate(() -> Crystals.random(random)).limit(3_653).toList();
    }
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(REAL)), StandardCharsets.UTF_8))) {
      return reader.lines().map(CrystalJsonLines::parse).map(CrystalRecord::crystal).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Which cells these are. */
  public static String description() {
    return Files.exists(REAL) ? "mp2018/val" : "random cells";
  }
}
