package dev.athanor.models.diffspectra.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.diffspectra.diffusion.MoleculeCoding;
import dev.athanor.models.diffspectra.diffusion.NoiseSchedule;
import dev.athanor.models.diffspectra.network.DenoiserInput;
import dev.athanor.models.diffspectra.network.DiffusionNetwork;
import dev.athanor.models.diffspectra.network.SpectrumTokens;
import dev.athanor.models.learning.AdamOptimizer;
import dev.athanor.models.learning.Checkpoint;
import dev.athanor.models.learning.Prefetcher;
import dev.athanor.models.learning.ProgressListener;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.learning.TrainingIdentity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Teaches the network in parts, one after the other: fragments by a glance at the spectra ({@link
 * GlanceTraining}), which is repeated where a training is interrupted before its first checkpoint;
 * pre-training, in which hidden pieces of spectra are reconstructed, spectra and molecules find
 * each other in a common space, and slightly noisy molecules are cleaned without their spectra;
 * then diffusion at all times under the condition of the spectra. Numbers of atoms are read from
 * the spectra all along.
 */
public final class DiffusionTrainer {
  private static final double WEIGHT_DECAY = 1e-4;
  private static final double AVERAGE = 0.999;
  private static final double FIRST_BOUND = 2;
  private static final double HIDDEN = 0.1;
  private static final double SLIGHT = 0.15;
  private static final double COUNT_WEIGHT = 0.1;
  private static final double FRAGMENT_WEIGHT = 0.3;
  private static final int WATCHED = 256;

  private final DiffusionTrainingSettings settings;
  private final DiffusionNetwork network;
  private final ProgressListener listener;
  private final MoleculeCoding coding;

  /** A trainer. */
  public DiffusionTrainer(DiffusionTrainingSettings settings, ProgressListener listener) {
    this.settings = settings;
    this.listener = listener;
    coding = new MoleculeCoding(settings.hydrogens());
    network = new DiffusionNetwork(settings.network(), DiffusionNetwork.Purpose.TRAINING);
  }

  private record Batch(DiffusionBatch diffusion, SpectrumTokens whole) {}

  /** Trains until all rounds are over. */
  public float[] train(SpectraDataset data, Path checkpoint) {
    return train(data, checkpoint, settings.rounds());
  }

  /**
   * Trains.
   *
   * @param checkpoint file to go on from and to write to after each round
   * @param last round after which to stop, at most all
   * @return all parameters, those of pre-training last
   */
  public float[] train(SpectraDataset data, Path checkpoint, int last) {
    TrainingIdentity identity =
        new TrainingIdentity(settings.seed(), data.digest(), settings.inWords());
    SizeBuckets buckets = new SizeBuckets(data.training(), coding);
    List<DiffusionBatch> watched = watched(data.heldOut());
    double seconds = 0;
    int round = 0;
    List<ModelCard.LearningPoint> history = new ArrayList<>();
    float[] initial = network.layout().initial(settings.seed());
    if (!Files.exists(checkpoint)) {
      new GlanceTraining(settings, data.training()).into(initial, network, settings.glances());
      listener.progress("diffusion", 0, "spectra are seen at a glance");
    }
    try (NDManager base = TorchEngine.newManager()) {
      AdamOptimizer optimizer =
          new AdamOptimizer(base, initial, WEIGHT_DECAY, FIRST_BOUND, AVERAGE);
      if (Files.exists(checkpoint)) {
        Checkpoint saved = Checkpoint.read(checkpoint, identity, network.layout().size());
        optimizer.restore(saved.state(), saved.steps());
        seconds = saved.seconds();
        round = saved.epoch();
        history.addAll(saved.history());
      }
      while (round < Math.min(last, settings.rounds())) {
        long start = System.nanoTime();
        double loss = round(base, optimizer, buckets, round);
        seconds += (System.nanoTime() - start) / 1e9;
        round++;
        double error = error(base, optimizer.average(), watched);
        history.add(new ModelCard.LearningPoint(round, seconds, loss, error));
        new Checkpoint(identity, optimizer.state(), optimizer.step(), seconds, round, history)
            .write(checkpoint);
        listener.progress(
            "diffusion",
            (double) round / settings.rounds(),
            String.format(
                Locale.ROOT,
                "round %d, %.0f s, loss %.4f, validation %.4f",
                round,
                seconds,
                loss,
                error));
      }
      return optimizer.average().toFloatArray();
    }
  }

  private double round(NDManager base, AdamOptimizer optimizer, SizeBuckets buckets, int round) {
    // begins anew with the round, so that a resumed training is the same as one in one go
    GradientBound bound = new GradientBound(FIRST_BOUND);
    boolean first = round < settings.pretrainingRounds();
    int steps = settings.roundSteps();
    double sum = 0;
    long from = (long) round * steps;
    try (Prefetcher<Batch> source =
        new Prefetcher<>(steps, i -> batch(buckets, first, new Random(seed(from + i))))) {
      while (source.hasNext()) {
        Batch batch = source.next();
        double rate = settings.schedule().rate(optimizer.step());
        boolean conditioned = new Random(~seed(optimizer.step())).nextBoolean();
        sum += step(base, optimizer, batch, new Step(first, conditioned, rate), bound);
      }
    }
    if (!Double.isFinite(sum)) {
      throw new ModelException(
          ModelErrors.DIVERGED, "training of the diffusion diverged; lower the learning rate");
    }
    return sum / steps;
  }

  private record Step(boolean first, boolean conditioned, double rate) {}

  private long seed(long step) {
    return settings.seed() + 7919L * step;
  }

  private Batch batch(SizeBuckets buckets, boolean first, Random random) {
    int most = Math.max(1, settings.batch() / (first ? 2 : settings.repeats()));
    List<SpectraSample> samples = buckets.draw(most, random);
    List<SpectrumTokens.Input> inputs = new ArrayList<>();
    for (SpectraSample sample : samples) {
      inputs.add(
          first
              ? SpectrumDraw.complete(sample.spectra(), random)
              : SpectrumDraw.varied(sample.spectra(), random));
    }
    SpectrumTokens whole = SpectrumTokens.of(inputs, settings.network().encoder());
    SpectrumTokens shown = first ? whole.hiding(HIDDEN, random) : whole;
    double latest = first ? SLIGHT : NoiseSchedule.LARGEST_TIME;
    DiffusionBatch noisy =
        DiffusionBatch.of(
            coding,
            samples,
            shown,
            first ? 1 : settings.repeats(),
            latest,
            settings.knownFormulas(),
            random);
    return new Batch(noisy, whole);
  }

  private double step(
      NDManager base, AdamOptimizer optimizer, Batch batch, Step step, GradientBound bound) {
    try (NDManager manager = base.newSubManager()) {
      NDArray leaf = optimizer.leaf(manager);
      NDArray plain = optimizer.current(manager);
      double value;
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        DiffusionNetwork.Run run = network.with(leaf, manager);
        NDArray loss =
            step.first
                ? pretraining(run, batch, manager)
                : diffusion(run, batch.diffusion, step.conditioned, plain, manager);
        collector.backward(loss);
        value = loss.getFloat();
      }
      bound.saw(optimizer.update(leaf.getGradient(), step.rate, bound.next()));
      return value;
    }
  }

  /**
   * The objective of a batch.
   *
   * @param conditioned whether a prediction comes first, which the network is then shown
   * @param plain the weights without gradients, for that prediction
   */
  private NDArray diffusion(
      DiffusionNetwork.Run run,
      DiffusionBatch batch,
      boolean conditioned,
      NDArray plain,
      NDManager manager) {
    NDArray embedding = run.encode(batch.spectra()).embedding();
    DenoiserInput input = batch.input();
    if (conditioned) {
      NDArray values = manager.create(embedding.toFloatArray(), embedding.getShape());
      input =
          input.after(
              network
                  .with(plain, manager)
                  .denoise(input, repeated(values, batch.repeats()))
                  .toState());
    }
    DiffusionNetwork.Molecules found = run.denoise(input, repeated(embedding, batch.repeats()));
    return Objective.diffusion(found, batch.target(), batch.weights(), settings.parts(), manager)
        .add(Objective.counts(run.counts(embedding), batch.counts(), COUNT_WEIGHT, manager))
        .add(
            Objective.fragments(
                run.fragments(embedding), batch.fragments(), FRAGMENT_WEIGHT, manager));
  }

  private NDArray pretraining(DiffusionNetwork.Run run, Batch batch, NDManager manager) {
    DiffusionBatch noisy = batch.diffusion;
    DiffusionNetwork.Spectra spectra = run.encode(noisy.spectra());
    DiffusionNetwork.Molecules found = run.denoise(noisy.input(), spectra.embedding().zerosLike());
    return Objective.diffusion(found, noisy.target(), noisy.weights(), settings.parts(), manager)
        .add(
            Objective.reconstruction(
                run,
                spectra.pieces(),
                batch.whole,
                noisy.spectra(),
                settings.network().encoder(),
                manager))
        .add(
            Objective.contrast(
                run.spectrumSide(spectra.embedding()), run.moleculeSide(found.states()), manager))
        .add(
            Objective.counts(
                run.counts(spectra.embedding()), noisy.counts(), COUNT_WEIGHT, manager))
        .add(
            Objective.fragments(run.fragments(spectra.embedding()), noisy.fragments(), 1, manager));
  }

  private static NDArray repeated(NDArray embedding, int repeats) {
    long count = embedding.getShape().get(0);
    long width = embedding.getShape().get(1);
    return embedding
        .reshape(count, 1, width)
        .broadcast(new Shape(count, repeats, width))
        .reshape(count * repeats, width);
  }

  private List<DiffusionBatch> watched(List<SpectraSample> heldOut) {
    Random random = new Random(settings.seed());
    List<DiffusionBatch> batches = new ArrayList<>();
    if (heldOut.isEmpty()) {
      return batches;
    }
    SizeBuckets buckets = new SizeBuckets(heldOut, coding);
    for (int count = 0; count < WATCHED; count += settings.batch()) {
      List<SpectraSample> samples = buckets.draw(settings.batch(), random);
      List<SpectrumTokens.Input> inputs =
          samples.stream().map(sample -> SpectrumDraw.plain(sample.spectra())).toList();
      batches.add(
          DiffusionBatch.of(
              coding,
              samples,
              SpectrumTokens.of(inputs, settings.network().encoder()),
              1,
              NoiseSchedule.LARGEST_TIME,
              1,
              random));
    }
    return batches;
  }

  /** The objective of diffusion on molecules that are held out, formula told, nothing predicted. */
  private double error(NDManager base, NDArray parameters, List<DiffusionBatch> batches) {
    double sum = 0;
    for (DiffusionBatch batch : batches) {
      try (NDManager manager = base.newSubManager()) {
        DiffusionNetwork.Run run = network.with(manager.create(parameters.toFloatArray()), manager);
        DiffusionNetwork.Molecules found =
            run.denoise(batch.input(), run.encode(batch.spectra()).embedding());
        sum +=
            Objective.diffusion(found, batch.target(), batch.weights(), settings.parts(), manager)
                .getFloat();
      }
    }
    return sum / Math.max(1, batches.size());
  }
}
