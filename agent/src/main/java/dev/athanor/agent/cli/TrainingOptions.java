package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What all trainings are told, and how they say where their weights are. */
final class TrainingOptions {
  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "of all that is random: initial weights, order, noise (default: ${DEFAULT-VALUE})",
      defaultValue = "1")
  private long seed;

  @Option(
      names = "--name",
      paramLabel = "VERSION",
      description = "name of the new weights (default: ${DEFAULT-VALUE})",
      defaultValue = "own")
  private String name = "own";

  /** Of all that is random. */
  long seed() {
    return seed;
  }

  /** Name of the new weights. */
  String name() {
    return name;
  }

  /**
   * Says what was written.
   *
   * @param what such as "weights and card are in"
   */
  static void written(Surroundings surroundings, boolean json, String what, Path where) {
    surroundings
        .terminal()
        .out()
        .println(
            json
                ? JsonNodeFactory.instance
                    .objectNode()
                    .put("written_to", where.toString())
                    .toString()
                : what + " " + where);
  }
}
