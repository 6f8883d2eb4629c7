package dev.athanor.models.elements.training;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.elements.graph.GraphSettings;
import dev.athanor.models.elements.heads.ReferencePoints;
import dev.athanor.models.elements.heads.StructureDescriptor;
import dev.athanor.models.elements.network.DenoisingNetworkSettings;
import dev.athanor.models.elements.network.DenoisingWeights;
import dev.athanor.models.elements.network.EnergyNetworkSettings;
import dev.athanor.models.elements.network.EnergyPredictor;
import dev.athanor.models.elements.network.EnergyWeights;
import dev.athanor.models.learning.Checkpoint;
import dev.athanor.models.learning.ProgressListener;
import dev.athanor.models.learning.Schedule;
import dev.athanor.models.learning.WeightFolder;
import dev.athanor.models.weights.WeightFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes all weights of Elements: the energy network, the denoising network, then the heads on the
 * energy network's features. A run that was stopped is finished by resuming it with the same
 * settings: each network goes on from its checkpoint.
 */
public final class ElementsTraining {
  /** Size of the energy network. */
  public static final EnergyNetworkSettings ENERGY = EnergyStage.NETWORK;

  /** Size of the denoising network. */
  public static final DenoisingNetworkSettings DENOISING =
      new DenoisingNetworkSettings(new GraphSettings(16, 6), 64, 3, 32, 32);

  private static final int WARMUP = 300;
  private static final double DENOISING_RATE = 2e-3;
  private static final int DENOISING_BATCH = 32;
  private static final int DENOISING_SITES = 24;
  private static final int HEAD_POINTS = 1000;

  private final TrainingSettings settings;
  private final ProgressListener listener;
  private final String version;
  private final WeightFolder output;

  private ElementsTraining(TrainingSettings settings, String version, ProgressListener listener) {
    this.settings = settings;
    this.version = version;
    this.listener = listener;
    output = new WeightFolder(settings.output());
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

  /**
   * Writes the graphs that a trainer outside Java needs (see {@link EnergyGraphFile}).
   *
   * @param data the project's data folder
   * @param file where to
   * @throws ModelException where data are missing
   */
  public static void exportGraphs(Path data, Path file, ProgressListener listener) {
    new EnergyStage(data, 0, "none", listener).export(file);
  }

  private Path data(String name) {
    return DataFiles.require(settings.data(), name);
  }

  private void run() {
    refuseWhatWasBegun();
    try {
      Files.createDirectories(settings.work());
    } catch (IOException e) {
      throw new ModelException(ModelErrors.BAD_DATA, "cannot write: " + e.getMessage(), e);
    }
    boolean trained = settings.stages().contains(TrainingStage.ENERGY);
    boolean heads = settings.stages().contains(TrainingStage.HEADS);
    if (trained || heads) {
      EnergyStage stage = new EnergyStage(settings.data(), settings.seed(), version, listener);
      EnergyWeights energy =
          trained
              ? stage.train(settings.energyEpochs(), checkpoint(TrainingStage.ENERGY), output)
              : stage.recalibrate(
                  EnergyFile.find(settings.energyWeights(), settings.output()), output);
      if (heads) {
        heads(energy);
      }
    }
    if (settings.stages().contains(TrainingStage.DENOISER)) {
      denoiser();
    }
  }

  private void refuseWhatWasBegun() {
    for (TrainingStage stage : settings.stages()) {
      if (settings.resume() || stage.checkpoint().isEmpty()) {
        continue;
      }
      Path file = checkpoint(stage);
      if (Files.exists(file)) {
        throw new ModelException(
            ModelErrors.TRAINING_BEGUN,
            String.format(
                Locale.ROOT,
                "a training stands at pass %d in %s; resume it, or keep the checkpoints of a new one"
                    + " elsewhere",
                Checkpoint.progress(file).epoch(),
                file.getFileName()));
      }
    }
  }

  private Path checkpoint(TrainingStage stage) {
    return settings.work().resolve(stage.checkpoint().orElseThrow());
  }

  private void denoiser() {
    List<Crystal> crystals = new ArrayList<>();
    for (String name : List.of("mp2018/train.jsonl.gz", "mp_more/structures.jsonl.gz")) {
      crystals.addAll(smallCrystals(name));
    }
    float[] values =
        new DenoisingTrainer(
                DENOISING,
                new Schedule(
                    DENOISING_RATE,
                    WARMUP,
                    (long) settings.denoisingRounds() * DenoisingTrainer.ROUND),
                DENOISING_BATCH,
                settings.seed(),
                listener)
            .train(
                crystals, smallCrystals("mp2018/val.jsonl.gz"), checkpoint(TrainingStage.DENOISER));
    CardTexts texts =
        CardTexts.denoiser(
            crystals.size(),
            spent(TrainingStage.DENOISER),
            settings.denoisingRounds(),
            settings.seed());
    output.write(
        new DenoisingWeights(DENOISING, values, AtomicVolumes.fit(crystals)).toFile(version),
        texts::card,
        Checkpoint.progress(checkpoint(TrainingStage.DENOISER)).history(),
        "rounds of " + DenoisingTrainer.ROUND + " batches",
        "weighted error of displacements and strains");
  }

  private List<Crystal> smallCrystals(String name) {
    return CrystalDataset.read(data(name)).stream()
        .map(CrystalRecord::crystal)
        .filter(crystal -> crystal.sites().size() <= DENOISING_SITES)
        .toList();
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
      transition.multiples().store(numbers);
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
    new FormulaStage(settings.data(), version, settings.seed(), listener).run(output);
  }

  private double spent(TrainingStage stage) {
    return Checkpoint.progress(checkpoint(stage)).seconds();
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private void write(WeightFile file, CardTexts texts) {
    output.write(file, texts::card);
  }
}
