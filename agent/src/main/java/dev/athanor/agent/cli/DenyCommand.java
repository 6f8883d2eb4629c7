package dev.athanor.agent.cli;

import dev.athanor.agent.investigation.Budget;
import dev.athanor.agent.runtime.GateAnswer;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code athanor deny}: a person's no at a gate; the planner is told and may think again. */
@Command(
    name = "deny",
    description = "Deny what an investigation waits for; the planner is told why",
    footerHeading = "%n",
    footer = {
      "Exit code 11 where the investigation ends with it, 10 where it comes back with another"
          + " plan.",
      "",
      "  athanor deny 4f2a --reason \"no mercury compounds in this lab\""
    })
final class DenyCommand extends GateAnswerCommand {
  @Option(
      names = "--reason",
      paramLabel = "WORDS",
      description = "journaled, and told to the planner")
  private String reason = "";

  DenyCommand(Surroundings surroundings, CommonOptions common) {
    super(surroundings, common, GateAnswer.Decision.DENY);
  }

  @Override
  String reason() {
    return reason;
  }

  @Override
  Optional<Budget> budget(RunOptions stated) {
    return Optional.empty();
  }
}
