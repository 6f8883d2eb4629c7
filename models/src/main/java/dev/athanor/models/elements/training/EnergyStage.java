package dev.athanor.models.elements.training;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.elements.graph.GraphSettings;
import dev.athanor.models.elements.network.EnergyNetworkSettings;
import dev.athanor.models.elements.network.EnergyWeights;
import dev.athanor.models.learning.Checkpoint;
import dev.athanor.models.learning.ProgressListener;
import dev.athanor.models.learning.Schedule;
import dev.athanor.models.learning.WeightFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes the weights of E: trains the network or takes a trained one, and fits its deviations. */
final class EnergyStage {
  static final EnergyNetworkSettings NETWORK =
      new EnergyNetworkSettings(new GraphSettings(24, 6), 128, 64, 4, 40);
  static final int BATCH = 64;

  private static final String ERROR = "mean absolute error / eV per atom";
  private static final String PASS = "passes over the data";
  private static final double RATE = 2e-3;
  private static final int WARMUP = 300;

  /** Distances in exported graphs, angstrom: finer than coordinates are known. */
  private static final double EXPORTED_RESOLUTION = 1e-4;

  private final Path data;
  private final long seed;
  private final String version;
  private final ProgressListener listener;

  EnergyStage(Path data, long seed, String version, ProgressListener listener) {
    this.data = data;
    this.seed = seed;
    this.version = version;
    this.listener = listener;
  }

  /** Trains for some passes, going on from the checkpoint where there is one. */
  EnergyWeights train(int epochs, Path checkpoint, WeightFolder output) {
    Rows rows = rows();
    EnergyTrainer trainer = trainer(Math.max(1, (long) epochs * (rows.training.size() / BATCH)));
    EnergyWeights weights = trainer.train(rows.training, rows.validation, checkpoint);
    EnergyFinisher.Finished finished = finished(weights, rows.own, rows.validation);
    Checkpoint done = Checkpoint.progress(checkpoint);
    CardTexts texts = texts(rows, done.seconds());
    output.write(finished.file(), texts::card, done.history(), PASS, ERROR);
    return weights;
  }

  /** Takes a network that was trained before, and fits its deviations anew. */
  EnergyWeights recalibrate(EnergyFile source, WeightFolder output) {
    EnergyWeights weights = source.weights();
    EnergyFinisher.Finished finished;
    if (source.card().isPresent()) {
      ModelCard card = source.card().get();
      finished = finished(weights, samples("mp2018/train.jsonl.gz"), validation());
      output.write(
          finished.file(),
          (file, written) -> CardTexts.refitted(card, file, written),
          card.history(),
          PASS,
          ERROR);
    } else {
      Rows rows = rows();
      finished = finished(weights, rows.own, rows.validation);
      output.write(finished.file(), texts(rows, 0)::card);
    }
    return weights;
  }

  /** Writes the graphs of all samples for the twin of {@code models/gpu}. */
  void export(Path file) {
    Rows rows = rows();
    List<EnergySample> samples = new ArrayList<>(rows.training);
    samples.addAll(rows.validation);
    List<EnergyGraphFile.Kind> kinds = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      kinds.add(
          i >= rows.training.size()
              ? EnergyGraphFile.Kind.VALIDATION
              : samples.get(i).transferred()
                  ? EnergyGraphFile.Kind.TRANSFERRED
                  : EnergyGraphFile.Kind.OWN);
    }
    try {
      EnergyGraphFile.write(
          file, samples, kinds, trainer(1).untrained(rows.training), EXPORTED_RESOLUTION);
    } catch (IOException e) {
      throw new ModelException(
          ModelErrors.BAD_DATA, "the graphs cannot be written: " + e.getMessage(), e);
    }
  }

  private record Rows(
      List<EnergySample> own, List<EnergySample> training, List<EnergySample> validation) {}

  private Rows rows() {
    for (String name :
        List.of(
            "mp2018/train.jsonl.gz",
            "mp2018/val.jsonl.gz",
            "mp_more/structures.jsonl.gz",
            "stability/bartel2020.csv.gz")) {
      DataFiles.require(data, name);
    }
    List<EnergySample> own = samples("mp2018/train.jsonl.gz");
    List<EnergySample> training = new ArrayList<>(own);
    training.addAll(GroundStateEnergies.samples(data, NETWORK.graph()));
    return new Rows(own, training, validation());
  }

  private List<EnergySample> validation() {
    return samples("mp2018/val.jsonl.gz");
  }

  private List<EnergySample> samples(String name) {
    return CrystalDataset.read(
        DataFiles.require(data, name), r -> EnergySample.of(r, NETWORK.graph()));
  }

  private EnergyTrainer trainer(long steps) {
    return new EnergyTrainer(NETWORK, new Schedule(RATE, WARMUP, steps), BATCH, seed, listener);
  }

  private static CardTexts texts(Rows rows, double seconds) {
    return CardTexts.energy(rows.own.size(), rows.training.size() - rows.own.size(), seconds);
  }

  private EnergyFinisher.Finished finished(
      EnergyWeights weights, List<EnergySample> own, List<EnergySample> validation) {
    EnergyFinisher.Finished finished = EnergyFinisher.finish(weights, own, validation, version);
    listener.progress(
        "energy",
        1,
        String.format(
            Locale.ROOT,
            "error %.4f eV/atom; within one deviation %.3f, within 1.96 %.3f",
            finished.error(),
            finished.coverage().within68(),
            finished.coverage().within95()));
    return finished;
  }
}
