package dev.athanor.matter.benchmark;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.thermodynamics.PhaseEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/** The phases that hulls are tested and measured with. */
public final class BenchmarkPhases {
  private static final Path REAL = Path.of("../../shared/data/stability/bartel2020.csv.gz");
  private static final int COUNT = 85_000;

  private BenchmarkPhases() {}

  /**
   * The 85,014 ground states of Bartel et al. 2020; where they are absent, as many random phases.
   */
  public static List<PhaseEntry> phases() {
    if (!Files.exists(REAL)) {
      return random(new Random(20261123));
    }
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(REAL)), StandardCharsets.UTF_8))) {
      List<PhaseEntry> entries = new ArrayList<>();
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] columns = line.split(",", 3);
        entries.add(
            new PhaseEntry(
                columns[0], Composition.parse(columns[0]), Double.parseDouble(columns[1])));
      }
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Which phases these are. */
  public static String description() {
    return Files.exists(REAL) ? "the 85,014 phases of Bartel et al. 2020" : "85,000 random phases";
  }

  private static List<PhaseEntry> random(Random random) {
    Element[] elements = Element.values();
    List<PhaseEntry> entries = new ArrayList<>();
    while (entries.size() < COUNT) {
      EnumMap<Element, Double> amounts = new EnumMap<>(Element.class);
      int width = 2 + random.nextInt(4);
      while (amounts.size() < width) {
        amounts.put(elements[random.nextInt(80)], 1.0 + random.nextInt(5));
      }
      Composition composition = new Composition(amounts);
      entries.add(new PhaseEntry(composition.formula(), composition, random.nextGaussian() - 0.5));
    }
    return entries;
  }
}
