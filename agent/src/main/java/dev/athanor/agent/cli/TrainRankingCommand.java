package dev.athanor.agent.cli;

import dev.athanor.models.diffspectra.ranking.run.RankingRun;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code athanor train-ranking}: new weights for telling molecules from spectra. */
@Command(
    name = "train-ranking",
    description = "Train the model that ranks molecules by their spectra, and measure it",
    footerHeading = "%n",
    footer = {
      "Fits the forward model in one piece, about ten minutes on a free core, then asks it about the",
      "held-out molecules for the figures of the card. Needs 3 GB of memory."
    })
final class TrainRankingCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final CommonOptions common;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FOLDER",
      description = "holds spectra, as docs/models.md describes")
  private Path data = Path.of("");

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FOLDER",
      description = "where weights and model card are written")
  private Path output = Path.of("");

  @Mixin private TrainingOptions training = new TrainingOptions();

  TrainRankingCommand(Surroundings surroundings, CommonOptions common) {
    this.surroundings = surroundings;
    this.common = common;
  }

  @Override
  public Integer call() {
    try (StageProgress progress = new StageProgress(surroundings.terminal())) {
      RankingRun.run(
          Inputs.readable(data), output, training.name(), training.seed(), progress::share);
    }
    TrainingOptions.written(surroundings, common.json(), "weights and card are in", output);
    return ExitCodes.OK;
  }
}
