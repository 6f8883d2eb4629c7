package dev.athanor.models.diffspectra.training;

import dev.athanor.models.diffspectra.diffusion.Hydrogens;
import dev.athanor.models.diffspectra.network.DenoiserSettings;
import dev.athanor.models.diffspectra.network.DiffusionNetworkSettings;
import dev.athanor.models.diffspectra.network.EncoderSettings;
import dev.athanor.models.learning.Schedule;
import java.util.Locale;

/**
 * How the network is trained.
 *
 * @param network sizes
 * @param hydrogens how they stand in the numbers
 * @param parts weights of the parts of the objective
 * @param rate highest learning rate; it rises over the first steps and falls as a cosine
 * @param warmup steps over which it rises
 * @param roundSteps batches of a round, after which a checkpoint is written
 * @param pretrainingRounds how many of the rounds are pre-training
 * @param rounds in all
 * @param batch noisy molecules in a batch; half as many in pre-training, where each is encoded
 * @param repeats how many of them come from one molecule, so that its spectra are encoded once
 * @param knownFormulas share of molecules of which the elements are told
 * @param glances batches of what comes before everything else, fragments by a glance
 * @param seed of initial weights and of all order and noise
 */
public record DiffusionTrainingSettings(
    DiffusionNetworkSettings network,
    Hydrogens hydrogens,
    LossWeights parts,
    double rate,
    int warmup,
    int roundSteps,
    int pretrainingRounds,
    int rounds,
    int batch,
    int repeats,
    double knownFormulas,
    int glances,
    long seed) {
  /** What trains on one core of a processor in about half an hour. */
  public static final DiffusionTrainingSettings USUAL =
      new DiffusionTrainingSettings(
          new DiffusionNetworkSettings(
              EncoderSettings.of(100, 75, 200, 150, 128, 8, 2, 4),
              new DenoiserSettings(96, 24, 6, 4)),
          Hydrogens.IMPLICIT,
          new LossWeights(0.5, 0.25, 1),
          1e-3,
          200,
          100,
          8,
          96,
          64,
          8,
          0.8,
          3000,
          1);

  public DiffusionTrainingSettings {
    if (roundSteps < 1
        || rounds < 1
        || pretrainingRounds < 0
        || pretrainingRounds > rounds
        || repeats < 1
        || batch < repeats
        || glances < 0
        || !(knownFormulas >= 0 && knownFormulas <= 1)) {
      throw new IllegalArgumentException("the rounds and batches of the training do not fit");
    }
  }

  /** The learning rate over all rounds. */
  Schedule schedule() {
    return new Schedule(rate, warmup, (long) rounds * roundSteps);
  }

  /** Everything but the seed, as a checkpoint is told. */
  String inWords() {
    return String.format(
        Locale.ROOT,
        "%s, hydrogens %s, %s, rate %s after %d steps, %d of %d rounds of %d batches of %d with %d"
            + " of one molecule are pre-training, %s of formulas told, %d glances",
        network,
        hydrogens,
        parts,
        rate,
        warmup,
        pretrainingRounds,
        rounds,
        roundSteps,
        batch,
        repeats,
        knownFormulas,
        glances);
  }

  /** The same with other rounds. */
  public DiffusionTrainingSettings withRounds(int pretraining, int all) {
    return new DiffusionTrainingSettings(
        network,
        hydrogens,
        parts,
        rate,
        warmup,
        roundSteps,
        pretraining,
        all,
        batch,
        repeats,
        knownFormulas,
        glances,
        seed);
  }

  /** The same for molecules without positions. */
  public DiffusionTrainingSettings withoutPositions() {
    return new DiffusionTrainingSettings(
        new DiffusionNetworkSettings(network.encoder(), network.denoiser().withoutPositions()),
        hydrogens,
        new LossWeights(0, parts.features(), parts.bonds()),
        rate,
        warmup,
        roundSteps,
        pretrainingRounds,
        rounds,
        batch,
        repeats,
        knownFormulas,
        glances,
        seed);
  }

  /** The same with another seed. */
  public DiffusionTrainingSettings withSeed(long other) {
    return new DiffusionTrainingSettings(
        network,
        hydrogens,
        parts,
        rate,
        warmup,
        roundSteps,
        pretrainingRounds,
        rounds,
        batch,
        repeats,
        knownFormulas,
        glances,
        other);
  }
}
