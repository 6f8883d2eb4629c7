package dev.athanor.models.diffspectra.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.molecule.InchiKey;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Smiles;
import dev.athanor.models.diffspectra.diffusion.Hydrogens;
import dev.athanor.models.diffspectra.diffusion.SamplerSettings;
import dev.athanor.models.diffspectra.network.DenoiserSettings;
import dev.athanor.models.diffspectra.network.DiffusionNetwork;
import dev.athanor.models.diffspectra.network.DiffusionNetworkSettings;
import dev.athanor.models.diffspectra.network.DiffusionWeights;
import dev.athanor.models.diffspectra.network.ElementCounts;
import dev.athanor.models.diffspectra.network.EncoderSettings;
import dev.athanor.models.diffspectra.network.SpectraDiffusion;
import dev.athanor.models.diffspectra.spectra.Modality;
import dev.athanor.models.diffspectra.training.SpectraSample;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is drawn is counted in full. */
final class SampleBenchmarkTest {
  private static SpectraSample sample(String smiles) {
    MolecularGraph graph = Smiles.parse(smiles);
    return new SpectraSample(
        smiles,
        InchiKey.of(graph).firstBlock(),
        graph.at(Collections.nCopies(graph.atomCount(), Vector3.ZERO)),
        Map.of());
  }

  private static SpectraDiffusion untrained() {
    DiffusionNetworkSettings small =
        new DiffusionNetworkSettings(
            EncoderSettings.of(100, 100, 350, 350, 8, 2, 1, 1), new DenoiserSettings(12, 4, 3, 1));
    float[] values = new DiffusionNetwork(small, DiffusionNetwork.Purpose.USE).layout().initial(1);
    return new SpectraDiffusion(new DiffusionWeights(small, Hydrogens.IMPLICIT, values));
  }

  private static final SampleFigures NOTHING = new SampleFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  private static Map<SampleBenchmark.Bonds, SampleFigures> measured(
      SamplerSettings.Method method,
      List<SpectraSample> questions,
      Set<Modality> shown,
      SampleBenchmark.Told told) {
    try (SpectraDiffusion diffusion = untrained()) {
      return new SampleBenchmark(diffusion, new SamplerSettings(method, 3, 1), 4, 1)
          .measure(questions, shown, told);
    }
  }

  @Test
  void oneHeavyAtomIsAlwaysRightWhereTheFormulaIsTold() {
    // a single atom has no bonds to get wrong, only hydrogens to be completed
    for (SampleFigures figures :
        measured(
                SamplerSettings.Method.DDIM,
                List.of(sample("C"), sample("O")),
                Set.of(),
                SampleBenchmark.Told.FORMULA)
            .values()) {
      assertThat(figures.questions()).isEqualTo(2);
      assertThat(figures.formulas()).isEqualTo(1);
      assertThat(figures.top1()).isEqualTo(figures.found());
      assertThat(figures.fitting()).isLessThanOrEqualTo(figures.sound());
      assertThat(figures.found()).isGreaterThan(0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anUntrainedNetworkIsMeasuredToo(SampleBenchmark.Told told) {
    Map<SampleBenchmark.Bonds, SampleFigures> measured =
        measured(
            SamplerSettings.Method.DPM_SOLVER,
            List.of(sample("CC(=O)OC1CC1")),
            EnumSet.allOf(Modality.class),
            told);
    assertThat(measured).containsOnlyKeys(SampleBenchmark.Bonds.values());
    for (SampleFigures figures : measured.values()) {
      assertThat(figures.drawn()).isEqualTo(4);
      assertThat(figures.top1()).isBetween(0.0, figures.top10());
      assertThat(figures.top10()).isBetween(0.0, figures.found());
      assertThat(figures.sound()).isBetween(0.0, 1.0);
      assertThat(figures.seconds()).isPositive();
    }
  }

  @Test
  void nearestMoleculesAllHaveTheFormula() {
    SampleFigures figures =
        measured(
                SamplerSettings.Method.DPM_SOLVER,
                List.of(sample("CC(=O)OC1CC1"), sample("N#CC#N"), sample("CCCCCCCC")),
                EnumSet.allOf(Modality.class),
                SampleBenchmark.Told.FORMULA)
            .getOrDefault(SampleBenchmark.Bonds.NEAREST_MOLECULE, NOTHING);
    assertThat(figures.sound()).isEqualTo(1);
    assertThat(figures.fitting()).isEqualTo(1);
    assertThat(figures.distinct()).isPositive();
  }

  @Test
  void theLikeliestNumbersMakeTheGuess() {
    float[] logits = new float[ElementCounts.CLASSES];
    logits[ElementCounts.start(0) + 4] = 1;
    logits[ElementCounts.start(1) + 2] = 1;
    List<Element> guess = SampleBenchmark.guessed(logits);
    assertThat(guess).hasSize(6).filteredOn(element -> element == Element.C).hasSize(2);
    assertThat(guess).filteredOn(element -> element == Element.H).hasSize(4);
  }
}
