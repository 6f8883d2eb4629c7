package dev.athanor.agent.cli;

import dev.athanor.models.diffspectra.training.DiffusionTraining;
import dev.athanor.models.diffspectra.training.DiffusionTrainingSettings;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code athanor train-spectra}: new weights of the diffusion from spectra to molecules. */
@Command(
    name = "train-spectra",
    description = "Train the diffusion that draws molecules from their spectra",
    footerHeading = "%n",
    footer = {
      "A checkpoint is written after each round: the same command with --resume finishes a"
          + " training",
      "that was interrupted, with the same weights. Half an hour on a free core."
    })
final class TrainSpectraCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final CommonOptions common;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FOLDER",
      description = "holds " + DiffusionTraining.MOLECULES)
  private Path data = Path.of("");

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FOLDER",
      description = "where weights and card are written")
  private Path output = Path.of("");

  @Option(
      names = "--work",
      paramLabel = "FOLDER",
      description = "where the checkpoint is kept (default: OUTPUT/checkpoints)")
  private @Nullable Path work;

  @Option(
      names = "--resume",
      description = "go on from the checkpoint that an interrupted training left")
  private boolean resume;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "rounds of 100 batches, a twelfth of them pre-training (default: 96)")
  private @Nullable Integer rounds;

  @Option(
      names = "--until",
      paramLabel = "N",
      description = "round after which to stop before all are done (default: all)")
  private @Nullable Integer until;

  @Mixin private TrainingOptions training = new TrainingOptions();

  TrainSpectraCommand(Surroundings surroundings, CommonOptions common) {
    this.surroundings = surroundings;
    this.common = common;
  }

  @Override
  public Integer call() {
    DiffusionTrainingSettings usual = DiffusionTrainingSettings.USUAL;
    int all = rounds == null ? usual.rounds() : rounds;
    int last = until == null ? all : until;
    if (last < 1 || last > all) {
      throw new CliException(
          CliErrors.USAGE, "nothing to train", "give 1 round or more, and stop at one of them");
    }
    int pretraining = all * usual.pretrainingRounds() / usual.rounds();
    DiffusionTraining run =
        new DiffusionTraining(
            Inputs.readable(data),
            output,
            work == null ? output.resolve("checkpoints") : work,
            resume,
            usual.withRounds(pretraining, all).withSeed(training.seed()),
            last);
    try (StageProgress progress = new StageProgress(surroundings.terminal())) {
      run.run(training.name(), progress::share);
    }
    TrainingOptions.written(surroundings, common.json(), "weights and card are in", output);
    return ExitCodes.OK;
  }
}
