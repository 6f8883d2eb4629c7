package dev.athanor.models.diffspectra.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.molecule.InchiKey;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Molecule;
import dev.athanor.matter.molecule.Smiles;
import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.diffspectra.Elucidation;
import dev.athanor.models.diffspectra.Elucidator;
import dev.athanor.models.diffspectra.SpectralConsistency;
import dev.athanor.models.diffspectra.SpectralQuestion;
import dev.athanor.models.diffspectra.diffusion.Hydrogens;
import dev.athanor.models.diffspectra.diffusion.SamplerSettings;
import dev.athanor.models.diffspectra.network.DenoiserSettings;
import dev.athanor.models.diffspectra.network.DiffusionNetwork;
import dev.athanor.models.diffspectra.network.DiffusionNetworkSettings;
import dev.athanor.models.diffspectra.network.DiffusionWeights;
import dev.athanor.models.diffspectra.network.EncoderSettings;
import dev.athanor.models.diffspectra.network.SpectraDiffusion;
import dev.athanor.models.diffspectra.spectra.Modality;
import dev.athanor.models.diffspectra.training.SpectraSample;
import dev.athanor.models.elements.evaluation.Benchmark;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What each part of an answer does is counted over all questions. */
final class AnswerPartsTest {
  private static SpectraSample sample(String smiles) {
    MolecularGraph graph = Smiles.parse(smiles);
    return new SpectraSample(
        smiles,
        InchiKey.of(graph).firstBlock(),
        graph.at(Collections.nCopies(graph.atomCount(), Vector3.ZERO)),
        Map.of());
  }

  /** Finds no fault with methanol and ethanol, and much with everything else. */
  private static final class Forward implements Elucidator {
    @Override
    public Elucidation elucidate(SpectralQuestion question) {
      throw new UnsupportedOperationException("nothing is looked for");
    }

    @Override
    public Map<Modality, Spectrum> predictedSpectra(Molecule molecule) {
      return Map.of();
    }

    @Override
    public SpectralConsistency consistency(SpectralQuestion question, Molecule molecule) {
      String smiles = Smiles.write(MolecularGraph.of(molecule));
      boolean right =
          List.of("CO", "CCO").stream()
              .map(one -> Smiles.write(Smiles.parse(one)))
              .anyMatch(smiles::equals);
      return new SpectralConsistency(right ? 0 : 5, right ? 1 : 0, Optional.empty());
    }
  }

  private static Benchmark measured(List<SpectraSample> questions) {
    DiffusionNetworkSettings small =
        new DiffusionNetworkSettings(
            EncoderSettings.of(100, 100, 350, 350, 8, 2, 1, 1), new DenoiserSettings(12, 4, 3, 1));
    float[] values = new DiffusionNetwork(small, DiffusionNetwork.Purpose.USE).layout().initial(1);
    Benchmark benchmark = new Benchmark();
    try (SpectraDiffusion diffusion =
        new SpectraDiffusion(new DiffusionWeights(small, Hydrogens.IMPLICIT, values))) {
      AnswerParts parts =
          new AnswerParts(
              diffusion,
              new SamplerSettings(SamplerSettings.Method.DPM_SOLVER, 3, 1),
              new Forward());
      parts.steered(questions, EnumSet.of(Modality.INFRARED), 16, benchmark);
      parts.beyondTheEnumeration(questions, benchmark);
    }
    return benchmark;
  }

  private static double value(Benchmark benchmark, String metric, String data) {
    return benchmark.metrics().stream()
        .filter(m -> m.metric().equals(metric) && m.dataset().contains(data))
        .mapToDouble(ModelCard.Metric::value)
        .findFirst()
        .orElse(Double.NaN);
  }

  @Test
  void theForwardModelPutsTheRightOnesFirst() {
    Benchmark benchmark = measured(List.of(sample("CCO"), sample("CO")));
    String forward = "ordered by the forward model";
    double found = value(benchmark, "among all that were drawn", "steered");
    assertThat(found)
        .as("methanol is the only molecule of its formula")
        .isGreaterThanOrEqualTo(0.5);
    assertThat(value(benchmark, "top-1", forward)).isEqualTo(found);
    assertThat(value(benchmark, "top-10", forward)).isEqualTo(found);
    assertThat(value(benchmark, "different constitutions", "steered")).isBetween(1.0, 1.5);
    assertThat(value(benchmark, "share that the enumeration leaves out", "2 held-out")).isZero();
    assertThat(value(benchmark, "share that only the diffusion finds", "2 held-out")).isZero();
  }

  @Test
  void whatOnlyTheDiffusionCanFindIsCounted() {
    // hydrogen peroxide is the only molecule of its formula, and no bottle of it is pure
    Benchmark benchmark = measured(List.of(sample("OO"), sample("CCO")));
    assertThat(value(benchmark, "share that the enumeration leaves out", "2 held-out"))
        .isEqualTo(0.5);
    assertThat(value(benchmark, "share that only the diffusion finds", "2 held-out"))
        .isEqualTo(0.5);
  }
}
