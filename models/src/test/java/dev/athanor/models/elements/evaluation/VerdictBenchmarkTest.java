package dev.athanor.models.elements.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.thermodynamics.PhaseDiagram;
import dev.athanor.matter.thermodynamics.PhaseEntry;
import dev.athanor.models.Applicability;
import dev.athanor.models.Estimate;
import dev.athanor.models.elements.TestingCrystals;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A validation split of two salts, one of which is a reference phase too. */
final class VerdictBenchmarkTest {
  private static final String ENERGY = "formation_energy_per_atom";
  private static final double EDGE = 5.6;

  private static PhaseEntry entry(String id, String formula, double energy) {
    return new PhaseEntry(id, Composition.parse(formula), energy);
  }

  private static Estimate predicted(double energy) {
    return new Estimate(energy, "eV/atom", 0.05, Applicability.inDomain());
  }

  private static double figure(Benchmark benchmark, String metric, String dataset) {
    return benchmark.metrics().stream()
        .filter(m -> m.metric().equals(metric) && m.dataset().endsWith(dataset))
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Test
  void crystalsDoNotCompeteWithThemselves() {
    List<CrystalRecord> validation =
        List.of(
            new CrystalRecord(
                "held",
                TestingCrystals.rockSalt(Element.Na, Element.Cl, EDGE),
                Map.of(ENERGY, -2.0, "e_above_hull_raw", 0.1),
                Map.of()),
            new CrystalRecord(
                "other",
                TestingCrystals.rockSalt(Element.K, Element.Cl, EDGE),
                Map.of(ENERGY, -2.2),
                Map.of()));
    PhaseDiagram computed =
        PhaseDiagram.withElementsAtZero(
            List.of(entry("train1", "NaCl", -1.0), entry("train2", "KCl", -3.0)));
    Benchmark benchmark = new Benchmark();
    new VerdictBenchmark(
            List.of(
                entry("e1", "Na", 0),
                entry("e2", "K", 0),
                entry("e3", "Cl", 0),
                // were it left in, the first salt would lie half an electronvolt above it
                entry("held", "NaCl", -2.5),
                entry("salt", "KCl", -3.0)))
        .measure(validation, computed, List.of(predicted(-2.0), predicted(-2.2)), benchmark);

    String hull = "hull of mp2018/train";
    assertThat(figure(benchmark, "stability F1 of the verdict", hull)).isEqualTo(1);
    assertThat(figure(benchmark, "stability DAF of the verdict", hull)).isEqualTo(2);
    // the first is called stable; its source says that it is not, and says nothing of the second
    assertThat(figure(benchmark, "stability precision of the verdict", "hull of its source"))
        .isZero();
    // -2 against elements instead of -1 against the training split; 0.8 both ways
    assertThat(figure(benchmark, "energy above hull MAE", "reference phases of the product"))
        .isCloseTo(0.5, within(1e-9));
  }
}
