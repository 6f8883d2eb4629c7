package dev.athanor.agent.cli;

import dev.athanor.agent.investigation.Budget;
import dev.athanor.agent.runtime.GateAnswer;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code athanor approve}: a person's yes at a gate; the investigation then goes on. */
@Command(
    name = "approve",
    description = "Approve what an investigation waits for, and go on",
    footerHeading = "%n",
    footer = {
      "The approval is for the exact arguments that the gate shows, and is used once.",
      "",
      "  athanor approve 4f2a --reason \"checked the budget\""
    })
final class ApproveCommand extends GateAnswerCommand {
  @Option(names = "--reason", paramLabel = "WORDS", description = "journaled with the approval")
  private String reason = "";

  ApproveCommand(Surroundings surroundings, CommonOptions common) {
    super(surroundings, common, GateAnswer.Decision.APPROVE);
  }

  @Override
  String reason() {
    return reason;
  }

  @Override
  Optional<Budget> budget(RunOptions stated) {
    return stated.statedBudget();
  }
}
