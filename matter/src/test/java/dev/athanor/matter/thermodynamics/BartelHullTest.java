package dev.athanor.matter.thermodynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.athanor.matter.chemistry.Composition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * Decomposition energies of 85,014 compositions against the published ones (Bartel et al. 2020),
 * which were computed from the same formation energies.
 */
class BartelHullTest {
  private static final Path TABLE = Path.of("../../shared/data/stability/bartel2020.csv.gz");

  @Test
  void agreesWithPublishedDecompositionEnergies() throws IOException {
    assumeTrue(Files.exists(TABLE), "skipped: needs " + TABLE + " beside the project");
    List<PhaseEntry> entries = new ArrayList<>();
    List<Double> published = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(TABLE)), StandardCharsets.UTF_8))) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] columns = line.split(",", 4);
        entries.add(
            new PhaseEntry(
                columns[0], Composition.parse(columns[0]), Double.parseDouble(columns[1])));
        published.add(Double.parseDouble(columns[2]));
      }
    }
    PhaseDiagram diagram = PhaseDiagram.withElementsAtZero(entries);
    int close = 0;
    int sameVerdict = 0;
    double absolute = 0;
    for (int i = 0; i < entries.size(); i++) {
      double distance = diagram.distanceToHullOfOthers(entries.get(i));
      double difference = Math.abs(distance - published.get(i));
      absolute += difference;
      if (difference < 2e-3) {
        close++;
      }
      if ((distance <= 0) == (published.get(i) <= 0)) {
        sameVerdict++;
      }
    }
    int count = entries.size();
    System.out.printf(
        Locale.ROOT,
        "hull of %d phases: within 2 meV/atom of published %.3f %%,"
            + " same verdict %.3f %%, mean absolute difference %.5f eV/atom%n",
        count,
        100.0 * close / count,
        100.0 * sameVerdict / count,
        absolute / count);
    assertThat(close).isGreaterThan((int) (0.99 * count));
    assertThat(sameVerdict).isGreaterThan((int) (0.99 * count));
  }
}
