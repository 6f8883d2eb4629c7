package dev.athanor.models.elements.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.elements.network.EnergyNetwork;
import dev.athanor.models.elements.network.EnergyNetworkSettings;
import dev.athanor.models.elements.network.EnergyOutput;
import dev.athanor.models.elements.network.EnergyPredictor;
import dev.athanor.models.elements.network.EnergyWeights;
import dev.athanor.models.elements.network.GraphBatch;
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
import java.util.Random;

/**
 * Fits the invariant network to formation energies and, on the side, band gaps.
 *
 * <p>Loss, a batch: mean absolute error of the energy (in units of the spread that the elements
 * leave unexplained), plus a tenth of that of the gap where it is known, plus a twentieth of the
 * likelihood of the error's own scale. The error of a transferred energy counts up to {@value
 * #TRANSFER_LIMIT} eV/atom and pulls no more beyond: there the crystal is taken for another
 * polymorph than the one whose energy it was given. One file keeps everything needed to go on after
 * an interruption.
 */
public final class EnergyTrainer {
  private static final double GAP_WEIGHT = 0.1;
  private static final double SCALE_WEIGHT = 0.05;
  static final double TRANSFER_LIMIT = 0.15;

  private final EnergyNetwork network;
  private final Schedule schedule;
  private final int batchSize;
  private final long seed;
  private final ProgressListener listener;

  /** A trainer of a network of this size. */
  public EnergyTrainer(
      EnergyNetworkSettings settings,
      Schedule schedule,
      int batchSize,
      long seed,
      ProgressListener listener) {
    this.network = new EnergyNetwork(settings);
    this.schedule = schedule;
    this.batchSize = batchSize;
    this.seed = seed;
    this.listener = listener;
  }

  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  private record Batch(
      GraphBatch graphs, float[] energy, float[] limit, float[] gap, float[] gapWeight) {}

  /** What the network predicts before it has learned: the elements' energies, and the unit. */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  private record Scale(float[] references, double unit) {
    static Scale of(List<EnergySample> training) {
      List<EnergySample> trusted = training.stream().filter(s -> !s.transferred()).toList();
      float[] references = ReferenceEnergies.fit(trusted);
      return new Scale(references, spread(trusted, references));
    }
  }

  /**
   * Trains until the schedule is over.
   *
   * @param training what to learn from; references and spread come from those not transferred
   * @param validation watched, never learned from
   * @param checkpoint file to go on from and to write to after each epoch
   */
  public EnergyWeights train(
      List<EnergySample> training, List<EnergySample> validation, Path checkpoint) {
    if (training.size() < batchSize) {
      throw new ModelException(
          ModelErrors.BAD_DATA, "training needs at least " + batchSize + " crystals");
    }
    Scale scale = Scale.of(training);
    TrainingIdentity identity = identity(training);
    double seconds = 0;
    int epoch = 0;
    List<ModelCard.LearningPoint> history = new ArrayList<>();
    try (NDManager base = TorchEngine.newManager()) {
      AdamOptimizer optimizer =
          new AdamOptimizer(base, network.layout().initial(seed), 0.01, 2.0, 0.9995);
      if (Files.exists(checkpoint)) {
        Checkpoint saved = Checkpoint.read(checkpoint, identity, network.layout().size());
        optimizer.restore(saved.state(), saved.steps());
        seconds = saved.seconds();
        epoch = saved.epoch();
        history.addAll(saved.history());
      }
      while (!schedule.over(optimizer.step())) {
        long start = System.nanoTime();
        Pass pass = new Pass(epoch, seconds, watched(history));
        double loss = epoch(base, optimizer, training, scale, pass);
        seconds += (System.nanoTime() - start) / 1e9;
        epoch++;
        double error = error(weights(optimizer, scale), validation);
        history.add(new ModelCard.LearningPoint(epoch, seconds, loss, error));
        new Checkpoint(identity, optimizer.state(), optimizer.step(), seconds, epoch, history)
            .write(checkpoint);
        listener.progress(
            "energy",
            schedule.share(optimizer.step()),
            String.format(
                Locale.ROOT,
                "epoch %d, %.0f s, validation error %.4f eV/atom",
                epoch,
                seconds,
                error));
      }
      return weights(optimizer, scale);
    }
  }

  /** What this training is; its checkpoints are of no use to another. */
  TrainingIdentity identity(List<EnergySample> training) {
    return new TrainingIdentity(
        seed,
        SampleDigest.ofEnergies(training),
        network.settings() + ", " + schedule + ", batches of " + batchSize);
  }

  /** The network before training, with the references and the unit that training would use. */
  EnergyWeights untrained(List<EnergySample> training) {
    Scale scale = Scale.of(training);
    return new EnergyWeights(
        network.settings(), network.layout().initial(seed), scale.references(), scale.unit());
  }

  private static String watched(List<ModelCard.LearningPoint> history) {
    return history.isEmpty()
        ? ""
        : String.format(
            Locale.ROOT,
            ", validation %.4f after epoch %d",
            history.get(history.size() - 1).validation(),
            history.get(history.size() - 1).epoch());
  }

  /** Mean absolute error of a fitted network over samples, eV/atom. */
  static double error(EnergyWeights weights, List<EnergySample> samples) {
    double sum = 0;
    try (EnergyPredictor predictor = new EnergyPredictor(weights)) {
      List<EnergyOutput> outputs =
          predictor.predict(samples.stream().map(EnergySample::graph).toList());
      for (int i = 0; i < samples.size(); i++) {
        sum += Math.abs(outputs.get(i).energy() - samples.get(i).energy());
      }
    }
    return sum / samples.size();
  }

  private EnergyWeights weights(AdamOptimizer optimizer, Scale scale) {
    return new EnergyWeights(
        network.settings(), optimizer.average().toFloatArray(), scale.references(), scale.unit());
  }

  /**
   * A pass over the data: its number, the seconds before it, the validation error known by then.
   */
  private record Pass(int epoch, double before, String watched) {}

  private double epoch(
      NDManager base,
      AdamOptimizer optimizer,
      List<EnergySample> training,
      Scale scale,
      Pass pass) {
    List<EnergySample> order = new ArrayList<>(training);
    Collections.shuffle(order, new Random(seed + pass.epoch()));
    long start = System.nanoTime();
    double lossSum = 0;
    int batches = 0;
    try (Prefetcher<Batch> source =
        new Prefetcher<>(
            order.size() / batchSize,
            i -> batch(order.subList(i * batchSize, (i + 1) * batchSize), scale))) {
      while (source.hasNext()) {
        double loss = step(base, optimizer, source.next(), schedule.rate(optimizer.step()));
        lossSum += loss;
        batches++;
        if (batches % 100 == 0) {
          listener.progress(
              "energy",
              schedule.share(optimizer.step()),
              String.format(
                  Locale.ROOT,
                  "epoch %d, batch %d of %d, error %.4f eV/atom%s, %.0f s",
                  pass.epoch() + 1,
                  batches,
                  order.size() / batchSize,
                  lossSum / batches * scale.unit(),
                  pass.watched(),
                  pass.before() + (System.nanoTime() - start) / 1e9));
        }
      }
    }
    if (!Double.isFinite(lossSum)) {
      throw new ModelException(
          ModelErrors.DIVERGED, "training of energies diverged; lower the learning rate");
    }
    return lossSum / batches * scale.unit();
  }

  private double step(NDManager base, AdamOptimizer optimizer, Batch batch, double rate) {
    try (NDManager manager = base.newSubManager()) {
      NDArray leaf = optimizer.leaf(manager);
      double error;
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray outputs = network.forward(leaf, batch.graphs(), manager).outputs();
        NDArray energy = outputs.get(":,0").sub(manager.create(batch.energy())).abs();
        NDArray pull = NDArrays.minimum(energy, manager.create(batch.limit()));
        NDArray gap =
            outputs
                .get(":,1")
                .sub(manager.create(batch.gap()))
                .abs()
                .mul(manager.create(batch.gapWeight()));
        NDArray scale = outputs.get(":,2");
        NDArray likelihood = pull.stopGradient().mul(scale.neg().exp()).add(scale);
        NDArray energyLoss = pull.mean();
        NDArray loss =
            energyLoss.add(gap.mean().mul(GAP_WEIGHT)).add(likelihood.mean().mul(SCALE_WEIGHT));
        collector.backward(loss);
        error = energyLoss.getFloat();
      }
      optimizer.update(leaf.getGradient(), rate);
      return error;
    }
  }

  private static Batch batch(List<EnergySample> samples, Scale scale) {
    double unit = scale.unit();
    float[] energy = new float[samples.size()];
    float[] limit = new float[samples.size()];
    float[] gap = new float[samples.size()];
    float[] gapWeight = new float[samples.size()];
    for (int i = 0; i < energy.length; i++) {
      EnergySample sample = samples.get(i);
      double residual =
          sample.energy() - ReferenceEnergies.of(scale.references(), sample.fractions());
      energy[i] = (float) (residual / unit);
      limit[i] = sample.transferred() ? (float) (TRANSFER_LIMIT / unit) : Float.MAX_VALUE;
      gap[i] = (float) (sample.gap().orElse(0.0) / EnergyPredictor.GAP_UNIT);
      gapWeight[i] = sample.gap().isPresent() ? 1 : 0;
    }
    return new Batch(
        GraphBatch.of(samples.stream().map(EnergySample::graph).toList()),
        energy,
        limit,
        gap,
        gapWeight);
  }

  private static double spread(List<EnergySample> samples, float[] references) {
    double sum = 0;
    for (EnergySample sample : samples) {
      double residual = sample.energy() - ReferenceEnergies.of(references, sample.fractions());
      sum += residual * residual;
    }
    return Math.sqrt(sum / samples.size());
  }
}
