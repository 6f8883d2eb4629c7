package dev.athanor.matter.crystal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.matter.benchmark.BenchmarkCrystals;
import dev.athanor.matter.benchmark.BenchmarkRun;
import dev.athanor.matter.benchmark.NeighborListBenchmark;
import dev.athanor.matter.oracle.OracleProcess;
import dev.athanor.matter.oracle.OracleReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Neighbours beside pymatgen's and ASE's: the same ones, and how fast. */
@Tag("oracle")
class NeighborListOracleTest {
  private static final double CUTOFF = 6;

  /** Distances nearer than this to the cutoff fall in or out by rounding. */
  private static final double EDGE = 1e-6;

  @Test
  void theSameNeighboursAsPymatgen() {
    List<Crystal> crystals = everyTenth(BenchmarkCrystals.crystals());
    List<JsonNode> answers = ask(crystals, "pymatgen", true);
    OracleReport report =
        OracleReport.section("neighbours", "distances", "Neighbours within 6 angstrom")
            .compared(
                "distances of all neighbours of all sites against pymatgen's get_neighbor_list, "
                    + BenchmarkCrystals.description(),
                crystals.size());
    double largest = 0;
    int different = 0;
    for (int i = 0; i < crystals.size(); i++) {
      NeighborList ours = NeighborList.within(crystals.get(i), CUTOFF);
      double difference = difference(ours, answers.get(i).path("distances"));
      if (difference == Double.POSITIVE_INFINITY) {
        different++;
        report.disagreement(
            "cell " + i,
            ours.bondCount() + " bonds",
            answers.get(i).path("bonds").asText() + " bonds",
            "different number of neighbours");
      } else {
        largest = Math.max(largest, difference);
      }
    }
    report
        .atMost("cells with different neighbours", different, "", 0)
        .atMost("largest difference of a distance", largest, "angstrom", 1e-6)
        .conclude();
  }

  @Test
  @Tag("benchmark")
  void fasterThanPymatgenAndAse() {
    List<Crystal> crystals = everyTenth(BenchmarkCrystals.crystals());
    Map<String, Double> speeds = BenchmarkRun.operationsPerSecond(NeighborListBenchmark.class);
    double pymatgen = crystals.size() / seconds(ask(crystals, "pymatgen", false));
    double ase = crystals.size() / seconds(ask(crystals, "ase", false));
    double all = speeds.getOrDefault("allWithin6", 0.0);
    OracleReport.section("speed", "neighbours", "Neighbour lists")
        .compared(
            "all neighbours within 6 angstrom of every site, and the 24 nearest with those tied, "
                + BenchmarkCrystals.description(),
            crystals.size())
        .speed("all neighbours", all, "crystals/s", "pymatgen", pymatgen)
        .speed("all neighbours", all, "crystals/s", "ASE", ase)
        .speed(
            "24 nearest (theirs: all)",
            speeds.getOrDefault("nearest24Within6", 0.0),
            "crystals/s",
            5_000,
            "pymatgen",
            pymatgen)
        .conclude();
  }

  private static List<Crystal> everyTenth(List<Crystal> all) {
    List<Crystal> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i += 10) {
      some.add(all.get(i));
    }
    return some;
  }

  private static List<JsonNode> ask(List<Crystal> crystals, String oracle, boolean distances) {
    List<Map<String, Object>> requests = new ArrayList<>();
    for (Crystal crystal : crystals) {
      requests.add(
          Map.of(
              "lattice", crystal.lattice().rows(),
              "frac_coords",
                  crystal.sites().stream()
                      .map(Site::position)
                      .map(p -> new double[] {p.x(), p.y(), p.z()})
                      .toList(),
              "cutoff", CUTOFF,
              "with", oracle,
              "distances", distances));
    }
    return OracleProcess.run("neighbours", requests, Duration.ofMinutes(10));
  }

  private static double seconds(List<JsonNode> answers) {
    return answers.stream().mapToDouble(answer -> answer.path("seconds").asDouble()).sum();
  }

  /** Infinite where the neighbours differ in number by more than those at the cutoff. */
  private static double difference(NeighborList ours, JsonNode theirs) {
    double largest = 0;
    for (int site = 0; site < ours.siteCount(); site++) {
      JsonNode expected = theirs.get(site);
      int found = ours.end(site) - ours.start(site);
      int common = Math.min(found, expected.size());
      for (int i = 0; i < common; i++) {
        largest =
            Math.max(
                largest,
                Math.abs(ours.distance(ours.start(site) + i) - expected.get(i).asDouble()));
      }
      for (int i = common; i < found; i++) {
        if (ours.distance(ours.start(site) + i) < CUTOFF - EDGE) {
          return Double.POSITIVE_INFINITY;
        }
      }
      for (int i = common; i < expected.size(); i++) {
        if (expected.get(i).asDouble() < CUTOFF - EDGE) {
          return Double.POSITIVE_INFINITY;
        }
      }
    }
    return largest;
  }
}
