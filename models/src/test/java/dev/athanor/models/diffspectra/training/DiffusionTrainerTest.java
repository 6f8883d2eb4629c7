package dev.athanor.models.diffspectra.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Smiles;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.diffspectra.diffusion.DecodedMolecule;
import dev.athanor.models.diffspectra.diffusion.Hydrogens;
import dev.athanor.models.diffspectra.diffusion.MoleculeCoding;
import dev.athanor.models.diffspectra.diffusion.SamplerSettings;
import dev.athanor.models.diffspectra.network.DenoiserSettings;
import dev.athanor.models.diffspectra.network.DiffusionNetwork;
import dev.athanor.models.diffspectra.network.DiffusionNetworkSettings;
import dev.athanor.models.diffspectra.network.DiffusionWeights;
import dev.athanor.models.diffspectra.network.EncoderSettings;
import dev.athanor.models.diffspectra.network.SpectraDiffusion;
import dev.athanor.models.diffspectra.network.SpectrumTokens;
import dev.athanor.models.learning.AdamOptimizer;
import dev.athanor.models.learning.ProgressListener;
import dev.athanor.models.learning.TorchEngine;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small network learns a batch by heart, draws the molecules it knows, and goes on as it was. */
final class DiffusionTrainerTest {
  private static final DiffusionNetworkSettings SMALL =
      new DiffusionNetworkSettings(
          EncoderSettings.of(100, 100, 350, 350, 16, 2, 1, 1), new DenoiserSettings(32, 16, 4, 2));

  private static DiffusionTrainingSettings settings(int steps, int pretraining, int rounds) {
    return new DiffusionTrainingSettings(
        SMALL,
        Hydrogens.IMPLICIT,
        new LossWeights(1, 0.25, 0.5),
        5e-3,
        10,
        steps,
        pretraining,
        rounds,
        16,
        8,
        1,
        2,
        1);
  }

  @Test
  void theLossOfOneBatchFallsToNothing() {
    MoleculeCoding coding = new MoleculeCoding(Hydrogens.EXPLICIT);
    List<SpectraSample> samples = TestingSpectra.dataset().training().subList(0, 1);
    List<SpectrumTokens.Input> inputs =
        samples.stream().map(sample -> SpectrumDraw.plain(sample.spectra())).toList();
    DiffusionBatch batch =
        DiffusionBatch.of(
            coding, samples, SpectrumTokens.of(inputs, SMALL.encoder()), 3, 0.9, 1, new Random(1));
    DiffusionNetwork network = new DiffusionNetwork(SMALL, DiffusionNetwork.Purpose.USE);
    try (NDManager base = TorchEngine.newManager()) {
      AdamOptimizer optimizer = new AdamOptimizer(base, network.layout().initial(1), 0, 2, 0.99);
      float first = 0;
      float last = 0;
      for (int step = 0; step < 150; step++) {
        last = step(network, optimizer, batch, base);
        first = step == 0 ? last : first;
      }
      assertThat(first).isGreaterThan(0.1f);
      assertThat(last).isLessThan(0.02f * first);
    }
  }

  private static float step(
      DiffusionNetwork network, AdamOptimizer optimizer, DiffusionBatch batch, NDManager base) {
    try (NDManager manager = base.newSubManager()) {
      NDArray leaf = optimizer.leaf(manager);
      float value;
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        DiffusionNetwork.Run run = network.with(leaf, manager);
        NDArray embedding = run.encode(batch.spectra()).embedding();
        NDArray repeated = embedding.repeat(0, batch.repeats());
        NDArray loss =
            Objective.diffusion(
                run.denoise(batch.input(), repeated),
                batch.target(),
                batch.weights(),
                LossWeights.PUBLISHED,
                manager);
        collector.backward(loss);
        value = loss.getFloat();
      }
      optimizer.update(leaf.getGradient(), 3e-3);
      return value;
    }
  }

  @Test
  void theSamplerRecoversAMoleculeThatWasLearnedByHeart(@TempDir Path folder) {
    SpectraSample only = TestingSpectra.dataset().training().get(0);
    SpectraDataset data = new SpectraDataset(List.of(only), List.of(), 0);
    DiffusionTrainingSettings settings = settings(200, 0, 4);
    float[] values =
        new DiffusionTrainer(settings, ProgressListener.SILENT)
            .train(data, folder.resolve("checkpoint"));
    int used = new DiffusionNetwork(SMALL, DiffusionNetwork.Purpose.USE).layout().size();
    DiffusionWeights weights =
        new DiffusionWeights(SMALL, Hydrogens.IMPLICIT, Arrays.copyOf(values, used));
    String wanted = Smiles.write(MolecularGraph.of(only.molecule()));
    try (SpectraDiffusion diffusion = new SpectraDiffusion(weights)) {
      SpectraDiffusion.Order order =
          new SpectraDiffusion.Order(
              SpectrumDraw.plain(only.spectra()), 3, Optional.of(only.elements()), 16, 1);
      List<DecodedMolecule> drawn =
          diffusion.draw(order, new SamplerSettings(SamplerSettings.Method.ANCESTRAL, 50, 1));
      long right = drawn.stream().filter(m -> Smiles.write(m.graph()).equals(wanted)).count();
      assertThat(right).isGreaterThanOrEqualTo(12);
    }
  }

  @Test
  void aTrainingThatWasInterruptedEndsTheSame(@TempDir Path folder) {
    SpectraDataset data = TestingSpectra.dataset();
    DiffusionTrainingSettings settings = settings(3, 1, 3);
    float[] inOneGo =
        new DiffusionTrainer(settings, ProgressListener.SILENT).train(data, folder.resolve("one"));
    Path checkpoint = folder.resolve("two");
    int[] rounds = new int[1];
    ProgressListener interrupting =
        (stage, done, message) -> {
          if (++rounds[0] == 2) {
            throw new IllegalStateException("interrupted");
          }
        };
    assertThatThrownBy(() -> new DiffusionTrainer(settings, interrupting).train(data, checkpoint))
        .hasMessage("interrupted");
    float[] resumed =
        new DiffusionTrainer(settings, ProgressListener.SILENT).train(data, checkpoint);
    assertThat(resumed).hasSameSizeAs(inOneGo);
    float farthest = 0;
    for (int i = 0; i < resumed.length; i++) {
      farthest = Math.max(farthest, Math.abs(resumed[i] - inOneGo[i]));
    }
    assertThat(farthest).isLessThanOrEqualTo(1e-6f);
  }

  @Test
  void theCheckpointOfAnotherTrainingIsRefused(@TempDir Path folder) {
    SpectraDataset data = TestingSpectra.dataset();
    Path checkpoint = folder.resolve("checkpoint");
    new DiffusionTrainer(settings(1, 0, 1), ProgressListener.SILENT).train(data, checkpoint);
    assertThatThrownBy(
            () ->
                new DiffusionTrainer(settings(1, 0, 1).withSeed(2), ProgressListener.SILENT)
                    .train(data, checkpoint))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo(ModelErrors.TRAINING_BEGUN));
  }
}
