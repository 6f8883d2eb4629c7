package dev.athanor.models.diffspectra.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import dev.athanor.models.diffspectra.diffusion.Hydrogens;
import dev.athanor.models.diffspectra.network.DenoiserSettings;
import dev.athanor.models.diffspectra.network.DiffusionNetwork;
import dev.athanor.models.diffspectra.network.DiffusionNetworkSettings;
import dev.athanor.models.diffspectra.network.EncoderSettings;
import dev.athanor.models.diffspectra.network.GlanceNetwork;
import dev.athanor.models.diffspectra.network.SpectrumTokens;
import dev.athanor.models.learning.TorchEngine;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Fragments are learned at a glance, and what was learned is part of the whole. */
final class GlanceTrainingTest {
  private static final DiffusionNetworkSettings SMALL =
      new DiffusionNetworkSettings(
          EncoderSettings.of(100, 100, 350, 350, 16, 2, 1, 1), new DenoiserSettings(24, 8, 3, 1));

  private static DiffusionTrainingSettings settings() {
    return new DiffusionTrainingSettings(
        SMALL, Hydrogens.IMPLICIT, LossWeights.PUBLISHED, 1e-3, 2, 2, 1, 2, 4, 2, 0.5, 2, 1);
  }

  private static SpectrumTokens plain(SpectraSample sample) {
    return SpectrumTokens.of(List.of(SpectrumDraw.plain(sample.spectra())), SMALL.encoder());
  }

  private static double error(DiffusionNetwork network, float[] values) {
    double sum = 0;
    try (NDManager manager = TorchEngine.newManager()) {
      DiffusionNetwork.Run run = network.with(manager.create(values), manager);
      for (SpectraSample sample : TestingSpectra.dataset().training()) {
        float[] right = new float[DiffusionNetwork.FRAGMENTS];
        for (int kind : sample.fragments()) {
          right[kind] = 1;
        }
        sum +=
            Objective.fragments(
                    run.fragments(run.encode(plain(sample)).embedding()), right, 1, manager)
                .getFloat();
      }
    }
    return sum;
  }

  @Test
  void theWholeNetworkNamesFragmentsBetterAfterwards() {
    DiffusionNetwork network = new DiffusionNetwork(SMALL, DiffusionNetwork.Purpose.TRAINING);
    float[] values = network.layout().initial(1);
    double before = error(network, values);
    float[] untouched = values.clone();
    new GlanceTraining(settings(), TestingSpectra.dataset().training()).into(values, network, 0);
    assertThat(values).isEqualTo(untouched);
    new GlanceTraining(settings(), TestingSpectra.dataset().training()).into(values, network, 400);
    assertThat(error(network, values)).isLessThan(0.7 * before);
  }

  @Test
  void inputsTellWhichSpectrumTheyAreOf() {
    GlanceNetwork network = new GlanceNetwork(SMALL.encoder());
    SpectraSample sample = TestingSpectra.sample("CCO");
    SpectrumTokens.Input all = SpectrumDraw.plain(sample.spectra());
    float[] infraredOnly =
        network.inputs(
            SpectrumTokens.of(
                List.of(
                    new SpectrumTokens.Input(Optional.empty(), all.infrared(), Optional.empty())),
                SMALL.encoder()));
    float[] whole = network.inputs(plain(sample));
    assertThat(whole).hasSize(network.inputsOfOne());
    for (int i = 0; i < whole.length; i++) {
      assertThat(infraredOnly[i]).isEqualTo(network.spectrum(i) == 1 ? whole[i] : 0);
      if (!network.isStrength(i)) {
        assertThat(whole[i]).isEqualTo(1);
      }
    }
  }
}
