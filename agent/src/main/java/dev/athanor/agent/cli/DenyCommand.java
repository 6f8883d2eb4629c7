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

/** {@code athanor deny}: a person's no at a gate; the planner is told and may think again. */
@Command(
    name = "deny",
    description = "Deny what an investigation waits for; the planner is told why",
    footerHeading = "%n",
    footer = {
      "Exit code 11 where the investigation ends with it, 10 where it comes back with another plan.",
      "",
      "  athanor deny 4f2a --reason \"no mercury compounds in this lab\""
    })
final class DenyCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final CommonOptions common;

  @Parameters(index = "0", paramLabel = "ID", description = "investigation, or how its name begins")
  private String id = "";

  @Option(names = "--gate", paramLabel = "GATE", description = "which gate, where several are open")
  private @Nullable String gate;

  @Option(
      names = "--reason",
      paramLabel = "WORDS",
      description = "journaled, and told to the planner")
  private String reason = "";

  @Mixin private final RunOptions options = new RunOptions();

  DenyCommand(Surroundings surroundings, CommonOptions common) {
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
                  GateAnswer.Decision.DENY,
                  reason,
                  options.approver(surroundings.user()),
                  Optional.empty()));
      return new InvestigationRun(runtime, surroundings, common, options).run(state.id());
    }
  }
}
