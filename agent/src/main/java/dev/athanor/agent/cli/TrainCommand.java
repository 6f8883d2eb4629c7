package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.athanor.models.elements.training.ElementsTraining;
import dev.athanor.models.elements.training.TrainingSettings;
import java.nio.file.Path;
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
      "Each network trains for its minutes and goes on from its checkpoint: the same command after",
      "an interruption finishes the work. Needs about 6 GB of memory."
    })
final class TrainCommand implements Callable<Integer> {
  private static final double SECONDS = 60;

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
      names = "--energy-minutes",
      paramLabel = "MINUTES",
      description = "time for the energy network (default: ${DEFAULT-VALUE})",
      defaultValue = "120")
  private double energyMinutes;

  @Option(
      names = "--denoising-minutes",
      paramLabel = "MINUTES",
      description = "time for the denoising network (default: ${DEFAULT-VALUE})",
      defaultValue = "40")
  private double denoisingMinutes;

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
    if (!(energyMinutes > 0) || !(denoisingMinutes > 0)) {
      throw new CliException(
          CliErrors.USAGE, "training needs time", "give minutes above 0 for both networks");
    }
    TrainingSettings settings =
        new TrainingSettings(
            Inputs.readable(data),
            output,
            work == null ? output.resolve("checkpoints") : work,
            energyMinutes * SECONDS,
            denoisingMinutes * SECONDS);
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
