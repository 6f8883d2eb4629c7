package dev.athanor.models.elements.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.elements.TestingCrystals;
import dev.athanor.models.learning.ProgressListener;
import dev.athanor.models.plots.Axis;
import dev.athanor.models.plots.Chart;
import dev.athanor.models.plots.Layer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measures themselves; the figures come from a run over the real data. */
final class ElementsEvaluationTest {
  @Test
  void displacementIgnoresDriftAndCellBorders() {
    Crystal crystal = TestingCrystals.triclinic();
    Crystal shifted = TestingCrystals.translated(crystal, new Vector3(0.4, 0.3, 0.2));
    assertThat(RelaxationBenchmark.displacement(crystal, shifted)).isCloseTo(0, within(1e-9));
  }

  @Test
  void missingDataIsSaid(@TempDir Path folder) {
    assertThatThrownBy(() -> run(folder, Set.of(), ElementsEvaluation.PARTS))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo(ModelErrors.BAD_DATA));
  }

  @Test
  void aPartReplacesItsOwnFiguresAndLeavesTheOthers(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("data"));
    run(folder, Set.of(), List.of(toy("one", 1), toy("two", 2)));
    String first = Files.readString(folder.resolve("figures.json"));
    assertThat(folder.resolve("plots/two/line.svg")).content().startsWith("<svg");
    assertThat(folder.resolve("figures.md"))
        .content()
        .contains("| length | sticks | 1 m | eye 7 |", "](plots/two/line.svg)");
    run(folder, Set.of("one"), List.of(toy("one", 3), toy("two", 4)));
    assertThat(Files.readString(folder.resolve("figures.json")))
        .isEqualTo(first.replace("\"value\" : 1.0", "\"value\" : 3.0"));
  }

  @Test
  void figuresOfMoleculesFromSpectraStandInAFileOfTheirOwn(@TempDir Path folder)
      throws IOException {
    Files.createDirectories(folder.resolve("data"));
    BenchmarkPart spectra =
        new BenchmarkPart("lines", "diffspectra-f", false, toy("lines", 2).work());
    run(folder, Set.of(), List.of(toy("one", 1), spectra));

    assertThat(folder.resolve("figures.json")).content().doesNotContain("diffspectra");
    assertThat(folder.resolve("diffspectra.json")).content().contains("\"part\" : \"lines\"");
    assertThat(folder.resolve("diffspectra.md")).content().startsWith("# Figures of DiffSpectra");
  }

  @Test
  void aLengthyPartRunsWhenItIsNamed(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("data"));
    BenchmarkPart part = new BenchmarkPart("slow", "toy", true, toy("slow", 5).work());
    assertThat(run(folder, Set.of(), List.of(part))).isEmpty();
    assertThat(run(folder, Set.of("slow"), List.of(part))).hasSize(1);
    assertThatThrownBy(() -> run(folder, Set.of("fast"), List.of(part)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("fast")
        .hasMessageContaining("slow");
  }

  private static BenchmarkPart toy(String name, double value) {
    return new BenchmarkPart(
        name,
        "toy",
        false,
        (input, benchmark) -> {
          benchmark.add("length", "sticks", value, "m", Benchmark.baseline("eye", 7));
          double[] x = {0, 1};
          benchmark.plot(
              "line",
              new Chart(
                  "Sticks",
                  Axis.over("x", x),
                  Axis.over("y", x),
                  List.of(new Layer.Line("", x, x, Layer.Line.Kind.PLAIN))));
        });
  }

  private static List<ModelCard.Metric> run(
      Path folder, Set<String> names, List<BenchmarkPart> parts) {
    return ElementsEvaluation.run(
        new EvaluationSettings(
            folder.resolve("data"),
            Optional.empty(),
            folder.resolve("figures.json"),
            "none",
            names),
        parts,
        ProgressListener.SILENT);
  }

  @Test
  void stabilityIsCountedAsMatbenchDiscoveryDoes() {
    boolean[] stable = {true, true, true, true, false, false, false, false, false, false};
    boolean[] called = {true, true, true, false, true, false, false, false, false, false};
    Stability stability = Stability.of(stable, called);
    assertThat(stability.precision()).isCloseTo(0.75, within(1e-12));
    assertThat(stability.recall()).isCloseTo(0.75, within(1e-12));
    assertThat(stability.f1()).isCloseTo(0.75, within(1e-12));
    assertThat(stability.accelerationFactor()).isCloseTo(0.75 / 0.4, within(1e-12));
  }
}
