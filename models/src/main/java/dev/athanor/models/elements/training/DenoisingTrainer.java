package dev.athanor.models.elements.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.elements.network.DenoisingNetwork;
import dev.athanor.models.elements.network.DenoisingNetworkSettings;
import dev.athanor.models.elements.network.NoiseLevel;
import dev.athanor.models.learning.AdamOptimizer;
import dev.athanor.models.learning.Checkpoint;
import dev.athanor.models.learning.Prefetcher;
import dev.athanor.models.learning.ProgressListener;
import dev.athanor.models.learning.Schedule;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.learning.TrainingIdentity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Teaches the equivariant network the way back from shaken and strained crystals.
 *
 * <p>Each time a crystal is drawn it is disturbed anew ({@link Disturbance}); of three in four the
 * network is told how far they are from rest. Loss: absolute errors of displacements and strains,
 * each divided by the size of the disturbance and a floor ({@link DenoisingBatch}), the latter half
 * as much again, plus a tenth of the absolute error of the logarithms of the size.
 */
public final class DenoisingTrainer {
  private static final double LEVEL_WEIGHT = 0.1;
  private static final double STRAIN_WEIGHT = 1.5;

  /** Batches of a round, after which a checkpoint is written. */
  public static final int ROUND = 500;

  private static final int VALIDATION = 256;
  private static final NoiseLevel VALIDATION_LEVEL = new NoiseLevel(0.1, 0.05);

  private final DenoisingNetwork network;
  private final Schedule schedule;
  private final int batchSize;
  private final long seed;
  private final ProgressListener listener;

  /** A trainer of a network of this size. */
  public DenoisingTrainer(
      DenoisingNetworkSettings settings,
      Schedule schedule,
      int batchSize,
      long seed,
      ProgressListener listener) {
    this.network = new DenoisingNetwork(settings);
    this.schedule = schedule;
    this.batchSize = batchSize;
    this.seed = seed;
    this.listener = listener;
  }

  /**
   * Mean absolute errors: displacement (angstrom a component), strain, logarithm of the level; and
   * the loss, as in training.
   */
  private record Errors(double move, double strain, double level, double loss) {}

  /**
   * Trains until the schedule is over.
   *
   * @param crystals structures at rest
   * @param validation structures at rest that are watched, never trained on
   * @param checkpoint file to go on from and to write to after each round
   * @return all parameters of the network
   */
  public float[] train(List<Crystal> crystals, List<Crystal> validation, Path checkpoint) {
    TrainingIdentity identity = identity(crystals);
    double seconds = 0;
    int round = 0;
    List<ModelCard.LearningPoint> history = new ArrayList<>();
    List<DenoisingBatch> watched = watched(validation);
    try (NDManager base = TorchEngine.newManager()) {
      AdamOptimizer optimizer =
          new AdamOptimizer(base, network.layout().initial(seed), 0.01, 2.0, 0.9995);
      if (Files.exists(checkpoint)) {
        Checkpoint saved = Checkpoint.read(checkpoint, identity, network.layout().size());
        optimizer.restore(saved.state(), saved.steps());
        seconds = saved.seconds();
        round = saved.epoch();
        history.addAll(saved.history());
      }
      while (!schedule.over(optimizer.step())) {
        long start = System.nanoTime();
        double loss = round(base, optimizer, crystals, round);
        seconds += (System.nanoTime() - start) / 1e9;
        round++;
        Errors errors = errors(base, optimizer.average(), watched);
        history.add(new ModelCard.LearningPoint(round, seconds, loss, errors.loss));
        new Checkpoint(identity, optimizer.state(), optimizer.step(), seconds, round, history)
            .write(checkpoint);
        report(round, seconds, loss, optimizer, errors);
      }
      return optimizer.average().toFloatArray();
    }
  }

  /** What this training is; its checkpoints are of no use to another. */
  TrainingIdentity identity(List<Crystal> crystals) {
    return new TrainingIdentity(
        seed,
        SampleDigest.ofCrystals(crystals),
        network.settings() + ", " + schedule + ", batches of " + batchSize);
  }

  private void report(
      int round, double seconds, double loss, AdamOptimizer optimizer, Errors errors) {
    listener.progress(
        "denoiser",
        schedule.share(optimizer.step()),
        String.format(
            Locale.ROOT,
            "round %d, %.0f s, loss %.4f, validation error of a displacement %.4f angstrom, of a"
                + " strain %.5f, of the level's logarithm %.3f",
            round,
            seconds,
            loss,
            errors.move,
            errors.strain,
            errors.level));
  }

  private double round(NDManager base, AdamOptimizer optimizer, List<Crystal> crystals, int round) {
    double sum = 0;
    int batches = 0;
    try (Prefetcher<DenoisingBatch> source =
        new Prefetcher<>(ROUND, i -> batch(crystals, seed + 7919L * (ROUND * (long) round + i)))) {
      while (source.hasNext() && !schedule.over(optimizer.step())) {
        sum += step(base, optimizer, source.next(), schedule.rate(optimizer.step()));
        batches++;
      }
    }
    if (!Double.isFinite(sum)) {
      throw new ModelException(
          ModelErrors.DIVERGED, "training of displacements diverged; lower the learning rate");
    }
    return sum / batches;
  }

  private double step(NDManager base, AdamOptimizer optimizer, DenoisingBatch batch, double rate) {
    try (NDManager manager = base.newSubManager()) {
      NDArray leaf = optimizer.leaf(manager);
      double value;
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        DenoisingNetwork.Result result =
            network.forward(leaf, batch.atoms(), batch.messages(), manager);
        NDArray loss = loss(result, batch, manager);
        collector.backward(loss);
        value = loss.getFloat();
      }
      optimizer.update(leaf.getGradient(), rate);
      return value;
    }
  }

  private static NDArray loss(
      DenoisingNetwork.Result result, DenoisingBatch batch, NDManager manager) {
    int atoms = batch.atoms().atoms();
    int graphs = batch.atoms().graphs();
    NDArray moves = manager.create(batch.displacements(), new Shape(atoms, 3));
    NDArray strains = manager.create(batch.strains(), new Shape(graphs, 6));
    NDArray levels = manager.create(batch.levels(), new Shape(graphs, 2));
    NDArray moveWeights = manager.create(batch.moveWeights(), new Shape(atoms, 1));
    NDArray strainWeights = manager.create(batch.strainWeights(), new Shape(graphs, 1));
    return result
        .displacements()
        .sub(moves)
        .abs()
        .mul(moveWeights)
        .mean()
        .add(result.strains().sub(strains).abs().mul(strainWeights).mul(STRAIN_WEIGHT).mean())
        .add(result.levels().sub(levels).abs().mul(LEVEL_WEIGHT).mean());
  }

  private DenoisingBatch batch(List<Crystal> crystals, long batchSeed) {
    Random random = new Random(batchSeed);
    List<Disturbance> drawn = new ArrayList<>(batchSize);
    for (int i = 0; i < batchSize; i++) {
      drawn.add(Disturbance.draw(crystals.get(random.nextInt(crystals.size())), random));
    }
    return DenoisingBatch.of(drawn, network.settings().graph());
  }

  private List<DenoisingBatch> watched(List<Crystal> validation) {
    Random random = new Random(seed);
    List<Disturbance> drawn = new ArrayList<>();
    for (Crystal crystal : validation.subList(0, Math.min(VALIDATION, validation.size()))) {
      double strain = VALIDATION_LEVEL.strain();
      Perturbation perturbation =
          Perturbation.of(crystal, VALIDATION_LEVEL.rattle(), 0, strain, random);
      drawn.add(new Disturbance(perturbation, VALIDATION_LEVEL, Optional.of(VALIDATION_LEVEL)));
    }
    List<DenoisingBatch> batches = new ArrayList<>();
    for (int from = 0; from < drawn.size(); from += batchSize) {
      batches.add(
          DenoisingBatch.of(
              drawn.subList(from, Math.min(drawn.size(), from + batchSize)),
              network.settings().graph()));
    }
    return batches;
  }

  /** Errors on disturbed crystals: of answers where the level is told, of the level where not. */
  private Errors errors(NDManager base, NDArray parameters, List<DenoisingBatch> batches) {
    double[] sums = new double[4];
    for (DenoisingBatch batch : batches) {
      try (NDManager manager = base.newSubManager()) {
        NDArray values = manager.create(parameters.toFloatArray());
        DenoisingNetwork.Result told =
            network.forward(values, batch.atoms(), batch.messages(), manager);
        List<Optional<NoiseLevel>> nothing =
            Collections.nCopies(batch.messages().size(), Optional.empty());
        DenoisingNetwork.Result blind = network.forward(values, batch.atoms(), nothing, manager);
        sums[0] += difference(told.displacements(), batch.displacements());
        sums[1] += difference(told.strains(), batch.strains());
        sums[2] += difference(blind.levels(), batch.levels());
        sums[3] += loss(told, batch, manager).getFloat();
      }
    }
    int count = Math.max(1, batches.size());
    return new Errors(sums[0] / count, sums[1] / count, sums[2] / count, sums[3] / count);
  }

  private static double difference(NDArray found, float[] wanted) {
    float[] values = found.toFloatArray();
    double sum = 0;
    for (int i = 0; i < wanted.length; i++) {
      sum += Math.abs(values[i] - wanted[i]);
    }
    return sum / wanted.length;
  }
}
