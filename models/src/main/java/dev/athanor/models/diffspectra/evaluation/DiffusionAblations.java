package dev.athanor.models.diffspectra.evaluation;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.diffspectra.diffusion.SamplerSettings;
import dev.athanor.models.diffspectra.network.DiffusionNetwork;
import dev.athanor.models.diffspectra.network.DiffusionWeights;
import dev.athanor.models.diffspectra.network.SpectraDiffusion;
import dev.athanor.models.diffspectra.spectra.Modality;
import dev.athanor.models.diffspectra.training.DiffusionTrainer;
import dev.athanor.models.diffspectra.training.DiffusionTraining;
import dev.athanor.models.diffspectra.training.DiffusionTrainingSettings;
import dev.athanor.models.diffspectra.training.SpectraDataset;
import dev.athanor.models.diffspectra.training.SpectraSample;
import dev.athanor.models.elements.evaluation.Benchmark;
import dev.athanor.models.elements.evaluation.BenchmarkPart;
import dev.athanor.models.elements.evaluation.EvaluationInput;
import dev.athanor.models.learning.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What parts of the diffusion's training are worth: the same short training whole, without
 * pre-training (its rounds go to the diffusion), and without positions in space. Trains all three,
 * {@value #ROUNDS} rounds each, and asks them about the same molecules.
 */
public final class DiffusionAblations {
  /** The part of {@code athanor evaluate}. */
  public static final BenchmarkPart PART =
      new BenchmarkPart("spectra-ablations", DiffusionWeights.MODEL, true, DiffusionAblations::run);

  private static final int ROUNDS = 24;

  private DiffusionAblations() {}

  private record Variant(String name, DiffusionTrainingSettings settings) {}

  private static List<Variant> variants() {
    DiffusionTrainingSettings usual = DiffusionTrainingSettings.USUAL;
    DiffusionTrainingSettings whole =
        usual.withRounds(ROUNDS * usual.pretrainingRounds() / usual.rounds(), ROUNDS);
    return List.of(
        new Variant("whole", whole),
        new Variant("without pre-training", whole.withRounds(0, ROUNDS)),
        new Variant("without positions", whole.withoutPositions()));
  }

  private static void run(EvaluationInput input, Benchmark benchmark) {
    SpectraDataset dataset = SpectraDataset.read(input.data().resolve(DiffusionTraining.MOLECULES));
    List<SpectraSample> questions = DiffusionBenchmark.questions(dataset.heldOut());
    List<Variant> variants = variants();
    for (int v = 0; v < variants.size(); v++) {
      double done = v;
      Variant variant = variants.get(v);
      ProgressListener listener =
          (what, share, detail) ->
              input.listener().progress(variant.name, (done + share) / variants.size(), detail);
      try (SpectraDiffusion diffusion =
          new SpectraDiffusion(trained(variant.settings, dataset, listener))) {
        measure(diffusion, variant.name, questions, benchmark);
      }
    }
  }

  private static DiffusionWeights trained(
      DiffusionTrainingSettings settings, SpectraDataset dataset, ProgressListener listener) {
    try {
      Path checkpoint = Files.createTempDirectory("ablation").resolve("checkpoint");
      try {
        float[] values = new DiffusionTrainer(settings, listener).train(dataset, checkpoint);
        int used =
            new DiffusionNetwork(settings.network(), DiffusionNetwork.Purpose.USE).layout().size();
        return new DiffusionWeights(
            settings.network(), settings.hydrogens(), Arrays.copyOf(values, used));
      } finally {
        Files.deleteIfExists(checkpoint);
        Files.deleteIfExists(checkpoint.getParent());
      }
    } catch (IOException e) {
      throw new ModelException(
          ModelErrors.BAD_DATA, "no checkpoint can be kept: " + e.getMessage(), e);
    }
  }

  private static void measure(
      SpectraDiffusion diffusion, String name, List<SpectraSample> questions, Benchmark benchmark) {
    SamplerSettings sampling = DiffusionBenchmark.USUAL;
    int drawn = DiffusionBenchmark.DRAWN;
    SampleFigures figures =
        Objects.requireNonNull(
            new SampleBenchmark(diffusion, sampling, drawn, 1)
                .measure(questions, EnumSet.allOf(Modality.class), SampleBenchmark.Told.FORMULA)
                .get(SampleBenchmark.Bonds.NEAREST_MOLECULE));
    String how =
        String.format(
            Locale.ROOT,
            "diffusion %s, trained for %d rounds, %d held-out molecules, all lines, formula told;"
                + " %d drawn in %d steps",
            name,
            ROUNDS,
            questions.size(),
            drawn,
            sampling.steps());
    benchmark.add("top-1", how, figures.top1(), "1");
    benchmark.add("top-10", how, figures.top10(), "1");
    benchmark.add("among all that were drawn", how, figures.found(), "1");
    benchmark.add("sound molecules of the formula", how, figures.fitting(), "1");
  }
}
