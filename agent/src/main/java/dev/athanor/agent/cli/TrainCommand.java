package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.athanor.models.elements.training.ElementsTraining;
import dev.athanor.models.elements.training.TrainingSettings;
import dev.athanor.models.elements.training.TrainingStage;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code athanor train}: new weights of the atomic model from a data folder. */
@Command(
    name = "train",
    description = "Train the atomic model on a data folder",
    footerHeading = "%n",
    footer = {
      "Each network goes on from its checkpoint: the same command after an interruption finishes the",
      "work. Two hours for the energy network on a free core. Needs about 6 GB of memory."
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
      required = true,
      paramLabel = "FOLDER",
      description = "where weights and model cards are written")
  private Path output = Path.of("");

  @Option(
      names = "--work",
      paramLabel = "FOLDER",
      description = "where checkpoints are kept (default: OUTPUT/checkpoints)")
  private @Nullable Path work;

  @Option(
      names = "--stages",
      paramLabel = "STAGE",
      split = ",",
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
      defaultValue = "60")
  private int denoisingRounds;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "of initial weights and of the order of the data (default: ${DEFAULT-VALUE})",
      defaultValue = "1")
  private long seed;

  @Option(
      names = "--name",
      paramLabel = "VERSION",
      description = "name of the new weights (default: ${DEFAULT-VALUE})",
      defaultValue = "own")
  private String name = "own";

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
    TrainingSettings settings =
        new TrainingSettings(
            Inputs.readable(data),
            output,
            work == null ? output.resolve("checkpoints") : work,
            stages,
            energyEpochs,
            denoisingRounds,
            seed);
    try (StageProgress progress = new StageProgress(surroundings.terminal())) {
      ElementsTraining.run(settings, name, progress::share);
    }
    surroundings
        .terminal()
        .out()
        .println(
            common.json()
                ? JsonNodeFactory.instance
                    .objectNode()
                    .put("written_to", output.toString())
                    .toString()
                : "weights and cards are in " + output);
    return ExitCodes.OK;
  }
}
