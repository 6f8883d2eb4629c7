package dev.athanor.agent.cli;

import dev.athanor.agent.investigation.Budget;
import dev.athanor.agent.investigation.Gate;
import dev.athanor.agent.investigation.Investigation;
import dev.athanor.agent.runtime.AgentRuntime;
import dev.athanor.agent.runtime.GateAnswer;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What yes and no at a gate share: which gate it is, who answers, and that work then goes on. */
abstract class GateAnswerCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final CommonOptions common;
  private final GateAnswer.Decision decision;

  @Parameters(index = "0", paramLabel = "ID", description = "investigation, or how its name begins")
  private String id = "";

  @Option(names = "--gate", paramLabel = "GATE", description = "which gate, where several are open")
  private @Nullable String gate;

  @Mixin private final RunOptions options = new RunOptions();

  GateAnswerCommand(Surroundings surroundings, CommonOptions common, GateAnswer.Decision decision) {
    this.surroundings = surroundings;
    this.common = common;
    this.decision = decision;
  }

  /** Why, in the person's words; may be empty. */
  abstract String reason();

  /** What an approval of a plan may spend, where that was stated. */
  abstract Optional<Budget> budget(RunOptions stated);

  @Override
  public final Integer call() throws IOException {
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
                  decision,
                  reason(),
                  options.approver(surroundings.user()),
                  budget(options)));
      return new InvestigationRun(runtime, surroundings, common, options).run(state.id());
    }
  }
}
