package dev.athanor.agent.cli;

import dev.athanor.models.elements.training.ElementsTraining;
import dev.athanor.models.elements.training.TrainingSettings;
import dev.athanor.models.elements.training.TrainingStage;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code athanor train}: new weights of the atomic model from a data folder. */
@Command(
    name = "train",
    description = "Train the atomic model on a data folder",
    footerHeading = "%n",
    footer = {
      "A checkpoint is written after each pass: the same command with --resume finishes a training",
      "that was interrupted, with the same weights. Without it, a training that stands there is",
      "refused, so that none is lost. On a free core two hours for the energy network, three quarters",
      "of an hour for the denoiser. Needs about 6 GB of memory."
    })
final class TrainCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final CommonOptions common;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FOLDER",
      description = "holds mp2018, mp_more and tc, as docs/models.md describes")
  private Path data = Path.of("");

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      description = "where weights and model cards are written")
  private @Nullable Path output;

  @Option(
      names = "--resume",
      description = "go on from the checkpoints that an interrupted training left")
  private boolean resume;

  @Option(
      names = "--energy-weights",
      paramLabel = "FILE",
      description =
          "trained energy network for the stage heads"
              + " (default: that in the output folder, or else the shipped one)")
  private @Nullable Path energyWeights;

  @Option(
      names = "--export-graphs",
      paramLabel = "FILE",
      description = "train nothing; write the graphs for models/gpu")
  private @Nullable Path graphs;

  @Option(
      names = "--work",
      paramLabel = "FOLDER",
      description = "where checkpoints are kept (default: OUTPUT/checkpoints)")
  private @Nullable Path work;

  @Option(
      names = "--stages",
      paramLabel = "STAGE",
      split = ",",
      converter = StageWord.class,
      completionCandidates = StageWord.class,
      description = "what to make: ${COMPLETION-CANDIDATES} (default: all)")
  private Set<TrainingStage> stages = EnumSet.allOf(TrainingStage.class);

  @Option(
      names = "--energy-epochs",
      paramLabel = "N",
      description = "passes of the energy network over its data (default: ${DEFAULT-VALUE})",
      defaultValue = "40")
  private int energyEpochs;

  @Option(
      names = "--denoising-rounds",
      paramLabel = "N",
      description = "rounds of 500 batches of the denoising network (default: ${DEFAULT-VALUE})",
      defaultValue = "48")
  private int denoisingRounds;

  @Mixin private TrainingOptions training = new TrainingOptions();

  TrainCommand(Surroundings surroundings, CommonOptions common) {
    this.surroundings = surroundings;
    this.common = common;
  }

  @Override
  public Integer call() {
    if (energyEpochs < 1 || denoisingRounds < 1) {
      throw new CliException(
          CliErrors.USAGE, "nothing to train", "give epochs and rounds above 0 for both networks");
    }
    Path readable = Inputs.readable(data);
    Path written;
    try (StageProgress progress = new StageProgress(surroundings.terminal())) {
      if (graphs != null) {
        ElementsTraining.exportGraphs(readable, graphs, progress::share);
        written = graphs;
      } else {
        TrainingSettings settings = settings(readable, folder());
        ElementsTraining.run(settings, training.name(), progress::share);
        written = settings.output();
      }
    }
    TrainingOptions.written(
        surroundings,
        common.json(),
        graphs == null ? "weights and cards are in" : "graphs are in",
        written);
    return ExitCodes.OK;
  }

  private Path folder() {
    if (output == null) {
      throw new CliException(
          CliErrors.USAGE, "nowhere to write weights to", "give a folder with --output");
    }
    return output;
  }

  private TrainingSettings settings(Path readable, Path folder) {
    return new TrainingSettings(
        readable,
        folder,
        work == null ? folder.resolve("checkpoints") : work,
        resume,
        stages,
        Optional.ofNullable(energyWeights).map(Inputs::readable),
        energyEpochs,
        denoisingRounds,
        training.seed());
  }
}
