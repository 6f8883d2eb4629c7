package dev.athanor.models.elements.training;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.cards.ModelCards;
import dev.athanor.models.elements.graph.GraphSettings;
import dev.athanor.models.elements.heads.ReferencePoints;
import dev.athanor.models.elements.heads.StructureDescriptor;
import dev.athanor.models.elements.network.DenoisingNetworkSettings;
import dev.athanor.models.elements.network.DenoisingWeights;
import dev.athanor.models.elements.network.EnergyNetworkSettings;
import dev.athanor.models.elements.network.EnergyPredictor;
import dev.athanor.models.elements.network.EnergyWeights;
import dev.athanor.models.weights.WeightFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Makes all weights of Elements: the energy network, the denoising network, then the heads on the
 * energy network's features. Each network goes on from its checkpoint, so a run that was stopped is
 * finished by starting it again with the same settings.
 */
public final class ElementsTraining {
  /** Size of the energy network. */
  public static final EnergyNetworkSettings ENERGY =
      new EnergyNetworkSettings(new GraphSettings(24, 6), 128, 64, 4, 40);

  /** Size of the denoising network. */
  public static final DenoisingNetworkSettings DENOISING =
      new DenoisingNetworkSettings(new GraphSettings(16, 6), 64, 3, 32);

  private static final double RATE = 2e-3;
  private static final int WARMUP = 300;
  private static final int ENERGY_BATCH = 64;
  private static final int DENOISING_BATCH = 32;
  private static final int DENOISING_SITES = 24;
  private static final int HEAD_POINTS = 1000;

  private final TrainingSettings settings;
  private final ProgressListener listener;
  private final String version;

  private ElementsTraining(TrainingSettings settings, String version, ProgressListener listener) {
    this.settings = settings;
    this.version = version;
    this.listener = listener;
  }

  /**
   * Trains and writes weights and cards.
   *
   * @param version name of the weights, such as {@code 1.0}
   * @throws ModelException where data are missing or training diverges
   */
  public static void run(TrainingSettings settings, String version, ProgressListener listener) {
    new ElementsTraining(settings, version, listener).run();
  }

  private Path data(String name) {
    Path file = settings.data().resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new ModelException(ModelErrors.BAD_DATA, "the data folder lacks " + name);
    }
    return file;
  }

  private void run() {
    try {
      Files.createDirectories(settings.work());
      Files.createDirectories(settings.output());
    } catch (IOException e) {
      throw new ModelException(ModelErrors.BAD_DATA, "cannot write: " + e.getMessage(), e);
    }
    if (!settings.stages().equals(Set.of(TrainingStage.DENOISER))) {
      EnergyWeights energy = energy();
      if (settings.stages().contains(TrainingStage.HEADS)) {
        heads(energy);
      }
    }
    if (settings.stages().contains(TrainingStage.DENOISER)) {
      denoiser();
    }
  }

  private EnergyWeights energy() {
    List<EnergySample> own = samples("mp2018/train.jsonl.gz");
    List<EnergySample> validation = samples("mp2018/val.jsonl.gz");
    data("mp_more/structures.jsonl.gz");
    data("stability/bartel2020.csv.gz");
    List<EnergySample> training = new ArrayList<>(own);
    training.addAll(GroundStateEnergies.samples(settings.data(), ENERGY.graph()));
    long steps = (long) settings.energyEpochs() * (training.size() / ENERGY_BATCH);
    EnergyWeights weights =
        new EnergyTrainer(
                ENERGY,
                new Schedule(RATE, WARMUP, Math.max(1, steps)),
                ENERGY_BATCH,
                settings.seed(),
                listener)
            .train(training, validation, settings.work().resolve("energy.checkpoint"));
    EnergyFinisher.Finished finished = EnergyFinisher.finish(weights, own, validation, version);
    listener.progress(
        "energy", 1, String.format(Locale.ROOT, "error %.4f eV/atom", finished.error()));
    write(
        finished.file(),
        CardTexts.energy(own.size(), training.size() - own.size(), spent("energy.checkpoint")));
    return weights;
  }

  private List<EnergySample> samples(String name) {
    return CrystalDataset.read(data(name), r -> EnergySample.of(r, ENERGY.graph()));
  }

  private void denoiser() {
    List<Crystal> crystals = new ArrayList<>();
    for (String name : List.of("mp2018/train.jsonl.gz", "mp_more/structures.jsonl.gz")) {
      for (CrystalRecord entry : CrystalDataset.read(data(name))) {
        if (entry.crystal().sites().size() <= DENOISING_SITES) {
          crystals.add(entry.crystal());
        }
      }
    }
    float[] values =
        new DenoisingTrainer(
                DENOISING,
                new Schedule(
                    RATE, WARMUP, (long) settings.denoisingRounds() * DenoisingTrainer.ROUND),
                DENOISING_BATCH,
                settings.seed(),
                listener)
            .train(crystals, settings.work().resolve("denoiser.checkpoint"));
    write(
        new DenoisingWeights(DENOISING, values, AtomicVolumes.fit(crystals)).toFile(version),
        CardTexts.denoiser(crystals.size(), spent("denoiser.checkpoint")));
  }

  private void heads(EnergyWeights energy) {
    try (EnergyPredictor backbone = new EnergyPredictor(energy)) {
      HeadData rows = HeadData.read(settings.data(), backbone);
      long start = System.nanoTime();
      TransitionTrainer.Fitted transition =
          TransitionTrainer.fit(rows.measured(), rows.folds(), listener);
      List<float[]> features = new ArrayList<>();
      List<float[]> unseen = new ArrayList<>();
      for (TransitionSample sample : transition.heldOut()) {
        boolean last = rows.folds().getOrDefault(sample.system(), 0) == TransitionDataset.FOLDS - 1;
        (last ? unseen : features).add(StructureDescriptor.backboneFeatures(sample.descriptor()));
      }
      Map<String, Double> numbers = new HashMap<>();
      Map<String, float[]> arrays = new HashMap<>();
      ReferencePoints.fit(features, unseen, HEAD_POINTS, settings.seed()).store(numbers, arrays);
      write(
          transition.head().toFile(version, numbers, arrays),
          CardTexts.transition(rows, seconds(start)));
      long second = System.nanoTime();
      SuperconductorTrainer.Fitted superconductor =
          SuperconductorTrainer.fit(rows.measured(), rows.unmeasured(), rows.folds(), listener);
      write(
          superconductor.head().toFile(version, Map.of(), Map.of()),
          CardTexts.superconductor(rows, seconds(second)));
    }
  }

  private double spent(String checkpoint) {
    return Checkpoint.seconds(settings.work().resolve(checkpoint));
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private void write(WeightFile file, CardTexts texts) {
    Path target = settings.output().resolve(file.model() + ".weights");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
        file.write(out);
      }
      ModelCard card = texts.card(file, target);
      ModelCards.write(card, settings.output().resolve(file.model() + ".yaml"));
    } catch (IOException e) {
      throw new ModelException(
          ModelErrors.BAD_DATA, target.getFileName() + " cannot be written", e);
    }
  }
}
