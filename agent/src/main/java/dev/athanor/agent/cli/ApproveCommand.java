package dev.athanor.agent.cli;

import dev.athanor.agent.investigation.Gate;
import dev.athanor.agent.investigation.Investigation;
import dev.athanor.agent.runtime.AgentRuntime;
import dev.athanor.agent.runtime.GateAnswer;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
final class ApproveCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final CommonOptions common;

  @Parameters(index = "0", paramLabel = "ID", description = "investigation, or how its name begins")
  private String id = "";

  @Option(names = "--gate", paramLabel = "GATE", description = "which gate, where several are open")
  private @Nullable String gate;

  @Option(names = "--reason", paramLabel = "WORDS", description = "journaled with the approval")
  private String reason = "";

  @Mixin private final RunOptions options = new RunOptions();

  ApproveCommand(Surroundings surroundings, CommonOptions common) {
    this.surroundings = surroundings;
    this.common = common;
  }

  @Override
  public Integer call() throws IOException {
    try (AgentRuntime runtime = surroundings.agent().get()) {
      Investigation state = runtime.investigations().get(id);
      Gate open = InvestigationRun.openGate(state, Optional.ofNullable(gate));
      runtime
          .investigations()
          .answer(
              state.id(),
              new GateAnswer(
                  open.id(),
                  open.argumentsHash(),
                  GateAnswer.Decision.APPROVE,
                  reason,
                  options.approver(surroundings.user()),
                  options.statedBudget()));
      return new InvestigationRun(runtime, surroundings, common, options).run(state.id());
    }
  }
}
