package dev.athanor.models.diffspectra.training;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.diffspectra.network.DiffusionNetwork;
import dev.athanor.models.diffspectra.network.DiffusionWeights;
import dev.athanor.models.learning.Checkpoint;
import dev.athanor.models.learning.ProgressListener;
import dev.athanor.models.learning.WeightFolder;
import dev.athanor.models.weights.WeightFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Makes the weights of the diffusion from the project's data: reads, trains, writes weights, card
 * and curve. A training that was interrupted is finished by resuming it with the same settings.
 *
 * @param data the project's data folder
 * @param output where weights and card are written
 * @param work where the checkpoint is kept
 * @param resume whether a checkpoint there may be gone on from; without it, one is an error
 * @param settings sizes and schedule
 * @param last round after which to stop, at most all of the schedule
 */
public record DiffusionTraining(
    Path data,
    Path output,
    Path work,
    boolean resume,
    DiffusionTrainingSettings settings,
    int last) {
  /** The molecules to learn from, in the data folder. */
  public static final String MOLECULES = "spectra/molecules.jsonl.gz";

  private static final String CHECKPOINT = "diffusion.checkpoint";

  public DiffusionTraining {
    if (last < 1 || last > settings.rounds()) {
      throw new IllegalArgumentException("a training stops after round 1 to " + settings.rounds());
    }
  }

  /**
   * Trains and writes.
   *
   * @param version name of the weights, such as {@code 1.0}
   * @throws ModelException where data are missing, a training stands there, or it diverges
   */
  public void run(String version, ProgressListener listener) {
    Path molecules = data.resolve(MOLECULES);
    if (!Files.isRegularFile(molecules)) {
      throw new ModelException(ModelErrors.BAD_DATA, "the data folder lacks " + MOLECULES);
    }
    Path checkpoint = work.resolve(CHECKPOINT);
    if (!resume && Files.exists(checkpoint)) {
      throw new ModelException(
          ModelErrors.TRAINING_BEGUN,
          String.format(
              Locale.ROOT,
              "a training stands at round %d in %s; resume it, or keep the checkpoint of a new one"
                  + " elsewhere",
              Checkpoint.progress(checkpoint).epoch(),
              CHECKPOINT));
    }
    try {
      Files.createDirectories(work);
    } catch (IOException e) {
      throw new ModelException(ModelErrors.BAD_DATA, "cannot write: " + e.getMessage(), e);
    }
    SpectraDataset dataset = SpectraDataset.read(molecules);
    float[] values = new DiffusionTrainer(settings, listener).train(dataset, checkpoint, last);
    int used =
        new DiffusionNetwork(settings.network(), DiffusionNetwork.Purpose.USE).layout().size();
    DiffusionWeights weights =
        new DiffusionWeights(settings.network(), settings.hydrogens(), Arrays.copyOf(values, used));
    Checkpoint end = Checkpoint.progress(checkpoint);
    new WeightFolder(output)
        .write(
            weights.toFile(version),
            (file, written) -> card(file, written, dataset, end),
            end.history(),
            "rounds of " + settings.roundSteps() + " batches",
            "objective");
  }

  private ModelCard card(WeightFile file, Path written, SpectraDataset dataset, Checkpoint end)
      throws IOException {
    byte[] bytes = Files.readAllBytes(written);
    return new ModelCard(
        file.model(),
        file.version(),
        "Draws molecules that ultraviolet, infrared and Raman spectra may come from",
        "Diffusion of atoms, bonds and positions with an equivariant transformer, conditioned on"
            + " a transformer over pieces of the spectra that was pre-trained with it and taught"
            + " to name fragments",
        file.settings(),
        List.of(
            new ModelCard.Data(
                MOLECULES,
                dataset.training().size(),
                "computed for this project: GFN2-xTB vibrations, bond-polarisability Raman,"
                    + " INDO/S excitations; molecules of QM9",
                "as the data folder states")),
        String.format(
            Locale.ROOT,
            "A tenth of the molecules, %d, is held out by the hash of the first block of their"
                + " InChIKey; they were watched during training. Twenty of them chose how drawing"
                + " is steered, and figures are of others",
            dataset.heldOut().size()),
        List.of(),
        new ModelCard.Weights(String.valueOf(written.getFileName()), sha256(bytes), bytes.length),
        String.format(Locale.ROOT, "CPU, one thread, %s", System.getProperty("os.arch", "unknown")),
        Math.round(end.seconds()),
        command(end),
        List.of(
            String.format(
                Locale.ROOT,
                "Trained for %.0f minutes on a share of one core, where the published network had"
                    + " days on a GPU: few of the molecules that it draws are the right one",
                end.seconds() / 60),
            "What is left of a formula's isomers after the enumeration is next to nothing: the"
                + " product ranks enumerated isomers and draws on request only",
            "Hydrogens are implicit: positions are those of heavy atoms only",
            "Spectra are computed ones; measured ones are shifted by several percent",
            "Up to eight heavy atoms of C, N, O, F; nothing else was seen"),
        List.of(),
        List.of());
  }

  private String command(Checkpoint end) {
    String whole =
        String.format(
            Locale.ROOT,
            "athanor train-spectra --data ../shared/data --output weights --rounds %d --seed %d",
            settings.rounds(),
            settings.seed());
    return end.epoch() < settings.rounds() ? whole + " --until " + end.epoch() : whole;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
