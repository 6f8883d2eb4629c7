package dev.athanor.models.elements.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.elements.graph.AtomGraph;
import dev.athanor.models.elements.network.AdamOptimizer;
import dev.athanor.models.elements.network.AtomBatch;
import dev.athanor.models.elements.network.DenoisingNetwork;
import dev.athanor.models.elements.network.DenoisingNetworkSettings;
import dev.athanor.models.elements.network.TorchEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Teaches the equivariant network the way back from shaken and strained crystals.
 *
 * <p>Each time a crystal is drawn it is perturbed anew: rattled by 0 to 0.2 angstrom a component,
 * scaled by a normal 5 % (15 % at most) and sheared by up to 3 %. Loss: mean absolute error of the
 * displacements (angstrom) plus ten times that of the strain.
 */
public final class DenoisingTrainer {
  private static final double STRAIN_WEIGHT = 10;

  /** Batches of a round, after which a checkpoint is written. */
  public static final int ROUND = 500;

  private static final double MAX_RATTLE = 0.2;

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

  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  private record Batch(AtomBatch atoms, float[] displacements, float[] strains) {}

  /**
   * Trains until the schedule is over.
   *
   * @param crystals structures at rest
   * @param checkpoint file to go on from and to write to after each round
   * @return all parameters of the network
   */
  public float[] train(List<Crystal> crystals, Path checkpoint) {
    double seconds = 0;
    int round = 0;
    try (NDManager base = TorchEngine.newManager()) {
      AdamOptimizer optimizer =
          new AdamOptimizer(base, network.layout().initial(seed), 0.01, 2.0, 0.9995);
      if (Files.exists(checkpoint)) {
        Checkpoint saved = Checkpoint.read(checkpoint, network.layout().size());
        optimizer.restore(saved.state(), saved.steps());
        seconds = saved.seconds();
        round = saved.epoch();
      }
      while (!schedule.over(optimizer.step())) {
        seconds = round(base, optimizer, crystals, seconds, round);
        round++;
        new Checkpoint(optimizer.state(), optimizer.step(), seconds, round).write(checkpoint);
      }
      return optimizer.average().toFloatArray();
    }
  }

  private double round(
      NDManager base, AdamOptimizer optimizer, List<Crystal> crystals, double before, int round) {
    long start = System.nanoTime();
    double moveSum = 0;
    double strainSum = 0;
    int batches = 0;
    try (Prefetcher<Batch> source =
        new Prefetcher<>(ROUND, i -> batch(crystals, seed + 7919L * (ROUND * (long) round + i)))) {
      while (source.hasNext() && !schedule.over(optimizer.step())) {
        double[] losses = step(base, optimizer, source.next(), schedule.rate(optimizer.step()));
        moveSum += losses[0];
        strainSum += losses[1];
        batches++;
      }
    }
    if (!Double.isFinite(moveSum)) {
      throw new ModelException(
          ModelErrors.DIVERGED, "training of displacements diverged; lower the learning rate");
    }
    double seconds = before + (System.nanoTime() - start) / 1e9;
    listener.progress(
        "denoiser",
        schedule.share(optimizer.step()),
        String.format(
            Locale.ROOT,
            "round %d, %.0f s, error of a displacement %.4f angstrom, of a strain %.5f",
            round + 1,
            seconds,
            moveSum / batches,
            strainSum / batches));
    return seconds;
  }

  private double[] step(NDManager base, AdamOptimizer optimizer, Batch batch, double rate) {
    try (NDManager manager = base.newSubManager()) {
      NDArray leaf = optimizer.leaf(manager);
      double[] losses;
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        DenoisingNetwork.Result result = network.forward(leaf, batch.atoms(), manager);
        NDArray moves = manager.create(batch.displacements(), new Shape(batch.atoms().atoms(), 3));
        NDArray strains = manager.create(batch.strains(), new Shape(batch.atoms().graphs(), 6));
        NDArray moveLoss = result.displacements().sub(moves).abs().mean();
        NDArray strainLoss = result.strains().sub(strains).abs().mean();
        collector.backward(moveLoss.add(strainLoss.mul(STRAIN_WEIGHT)));
        losses = new double[] {moveLoss.getFloat(), strainLoss.getFloat()};
      }
      optimizer.update(leaf.getGradient(), rate);
      return losses;
    }
  }

  private Batch batch(List<Crystal> crystals, long batchSeed) {
    Random random = new Random(batchSeed);
    List<AtomGraph> graphs = new ArrayList<>(batchSize);
    List<Perturbation> drawn = new ArrayList<>(batchSize);
    int atoms = 0;
    for (int i = 0; i < batchSize; i++) {
      Crystal crystal = crystals.get(random.nextInt(crystals.size()));
      double scale = Math.max(-0.15, Math.min(0.15, 0.05 * random.nextGaussian()));
      Perturbation perturbation =
          Perturbation.of(
              crystal, MAX_RATTLE * random.nextDouble(), scale, 0.03 * random.nextDouble(), random);
      drawn.add(perturbation);
      graphs.add(AtomGraph.build(perturbation.crystal(), network.settings().graph()));
      atoms += crystal.sites().size();
    }
    float[] displacements = new float[3 * atoms];
    float[] strains = new float[6 * batchSize];
    int at = 0;
    for (int i = 0; i < batchSize; i++) {
      Perturbation perturbation = drawn.get(i);
      float[] moves = perturbation.displacements();
      System.arraycopy(moves, 0, displacements, at, moves.length);
      System.arraycopy(perturbation.strain(), 0, strains, 6 * i, 6);
      at += moves.length;
    }
    return new Batch(AtomBatch.of(graphs), displacements, strains);
  }
}
