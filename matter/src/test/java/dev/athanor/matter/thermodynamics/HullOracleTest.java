package dev.athanor.matter.thermodynamics;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.matter.benchmark.BenchmarkPhases;
import dev.athanor.matter.benchmark.BenchmarkRun;
import dev.athanor.matter.benchmark.HullBenchmark;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.oracle.OracleProcess;
import dev.athanor.matter.oracle.OracleReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Hulls beside pymatgen's {@code PhaseDiagram}. */
@Tag("oracle")
class HullOracleTest {
  private static final long SEED = 20261123;

  @Test
  void randomSetsOfOneToSixElements() {
    Random random = new Random(SEED);
    List<HullCase> cases = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      cases.add(HullCase.random(random, 1 + i % 6, i));
    }
    HullComparison comparison = new HullComparison(cases, ask(cases));
    comparison
        .addTo(
            OracleReport.section(
                    "thermodynamics", "random", "Hulls of random phases, one to six elements")
                .compared(
                    "hull distance, energy and decomposition against pymatgen's PhaseDiagram, "
                        + "random sets of 5 to 40 phases",
                    cases.size()))
        .conclude();
  }

  @Test
  void chemicalSystemsOfBartel() {
    List<PhaseEntry> all = BenchmarkPhases.phases();
    PhaseDiagram whole = PhaseDiagram.withElementsAtZero(all);
    List<HullCase> cases = new ArrayList<>();
    Random random = new Random(SEED);
    int[] wanted = {0, 0, 30, 30, 30, 8, 2};
    while (IntStream.of(wanted).sum() > 0) {
      PhaseEntry entry = all.get(random.nextInt(all.size()));
      Set<Element> elements = entry.composition().elements();
      if (elements.size() < wanted.length && wanted[elements.size()] > 0) {
        wanted[elements.size()]--;
        cases.add(new HullCase(whole, whole.entriesWithin(elements), List.of(entry.composition())));
      }
    }
    HullComparison comparison = new HullComparison(cases, ask(cases));
    comparison
        .addTo(
            OracleReport.section(
                    "thermodynamics",
                    "bartel",
                    "Hulls of real chemical systems, two to six elements")
                .compared(
                    "one hull of "
                        + BenchmarkPhases.description()
                        + " against pymatgen's PhaseDiagram of each chemical system, elements at 0",
                    cases.size()))
        .conclude();
  }

  @Test
  @Tag("benchmark")
  void fasterThanPymatgen() {
    List<PhaseEntry> all = BenchmarkPhases.phases();
    PhaseDiagram whole = PhaseDiagram.withElementsAtZero(all);
    List<HullCase> cases = new ArrayList<>();
    Random random = new Random(SEED);
    while (cases.size() < 60) {
      Set<Element> elements = all.get(random.nextInt(all.size())).composition().elements();
      if (elements.size() == 3) {
        cases.add(new HullCase(whole, whole.entriesWithin(elements), List.of()));
      }
    }
    List<JsonNode> answers = ask(cases);
    double built = answers.stream().mapToDouble(a -> a.path("build_seconds").asDouble()).sum();
    double asked = answers.stream().mapToDouble(a -> a.path("query_seconds").asDouble()).sum();
    int phases = cases.stream().mapToInt(c -> c.entries().size()).sum();
    Map<String, Double> speeds = BenchmarkRun.operationsPerSecond(HullBenchmark.class);
    double ours = speeds.getOrDefault("energyAboveHullOfTernaries", 0.0);
    OracleReport.section("speed", "hull", "Hull distances of ternaries")
        .compared(
            "distances of ternary phases from the hull of "
                + BenchmarkPhases.description()
                + "; pymatgen on "
                + cases.size()
                + " ternary systems of these",
            all.size())
        .speed("distance, diagram built", ours, "1/s", 10_000, "pymatgen", phases / asked)
        .speed(
            "distance, building included (theirs: each system, ours: all phases at once)",
            all.size() / (all.size() / ours + 1 / speeds.getOrDefault("build", 0.0)),
            "1/s",
            "pymatgen",
            phases / (asked + built))
        .figure(
            "distance from the hull of the others",
            speeds.getOrDefault("distanceToHullOfOthersOfTernaries", 0.0),
            "1/s")
        .figure(
            "time to build the diagram of all phases", 1 / speeds.getOrDefault("build", 0.0), "s")
        .conclude();
  }

  private static List<JsonNode> ask(List<HullCase> cases) {
    return OracleProcess.run(
        "hull", cases.stream().map(HullCase::request).toList(), Duration.ofMinutes(10));
  }

  /**
   * A set of phases, elements among them, and compositions to ask about.
   *
   * @param diagram ours, which may hold more than these phases
   */
  record HullCase(PhaseDiagram diagram, List<PhaseEntry> entries, List<Composition> queries) {
    private static final Element[] ELEMENTS = {
      Element.Re, Element.Zr, Element.B, Element.Si, Element.Mo, Element.O
    };

    static HullCase random(Random random, int width, int number) {
      List<PhaseEntry> entries = new ArrayList<>();
      for (int i = 0; i < width; i++) {
        entries.add(new PhaseEntry("element", new Composition(Map.of(ELEMENTS[i], 1.0)), 0));
      }
      int count = 5 + random.nextInt(35);
      // every other set has energies on a grid, so that ties and flat stretches occur
      boolean grid = number % 12 >= 6;
      for (int i = 0; i < count; i++) {
        double energy = 0.4 * random.nextGaussian() - 0.2;
        entries.add(
            new PhaseEntry(
                "phase " + i,
                composition(random, width),
                grid ? Math.rint(energy * 20) / 20 : energy));
      }
      List<Composition> queries = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        queries.add(composition(random, width));
      }
      return new HullCase(PhaseDiagram.of(entries), entries, queries);
    }

    private static Composition composition(Random random, int width) {
      EnumMap<Element, Double> amounts = new EnumMap<>(Element.class);
      EnumSet<Element> possible = EnumSet.noneOf(Element.class);
      possible.addAll(List.of(ELEMENTS).subList(0, width));
      while (amounts.isEmpty()) {
        for (Element element : possible) {
          int amount = random.nextInt(5);
          if (amount > 0) {
            amounts.put(element, (double) amount);
          }
        }
      }
      return new Composition(amounts);
    }

    Map<String, Object> request() {
      return Map.of(
          "entries",
          entries.stream()
              .map(e -> List.of(amounts(e.composition()), e.formationEnergyPerAtom()))
              .toList(),
          "queries",
          queries.stream().map(HullCase::amounts).toList(),
          "separation",
          queries.isEmpty() ? 0 : 4);
    }

    private static Map<String, Double> amounts(Composition composition) {
      Map<String, Double> amounts = new TreeMap<>();
      composition.amounts().forEach((element, amount) -> amounts.put(element.symbol(), amount));
      return amounts;
    }
  }
}
