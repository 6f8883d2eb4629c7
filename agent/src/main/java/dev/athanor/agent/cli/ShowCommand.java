package dev.athanor.agent.cli;

import dev.athanor.agent.investigation.Call;
import dev.athanor.agent.investigation.Investigation;
import dev.athanor.agent.runtime.AgentRuntime;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code athanor show}: one investigation as it stands. */
@Command(name = "show", description = "Show one investigation as it stands")
final class ShowCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final CommonOptions common;

  @Parameters(index = "0", paramLabel = "ID", description = "investigation, or how its name begins")
  private String id = "";

  ShowCommand(Surroundings surroundings, CommonOptions common) {
    this.surroundings = surroundings;
    this.common = common;
  }

  @Override
  public Integer call() throws IOException {
    try (AgentRuntime runtime = surroundings.agent().get()) {
      Investigation state = runtime.investigations().get(id);
      if (!common.json()) {
        head(state);
      }
      new InvestigationReport(runtime, surroundings.terminal(), common)
          .write(state, Optional.empty());
      return ExitCodes.OK;
    }
  }

  private void head(Investigation state) {
    Terminal terminal = surroundings.terminal();
    Wrapped.lines(Terminal.safe(state.question()), terminal.width())
        .forEach(line -> terminal.out().println(terminal.paint(Paint.BOLD, line)));
    for (Call call : state.calls()) {
      terminal
          .out()
          .println(
              String.format(
                      Locale.ROOT,
                      "  %-4s %-24s %-10s %9s",
                      call.id(),
                      call.tool(),
                      call.status().name().toLowerCase(Locale.ROOT),
                      call.finishedAt().isPresent()
                          ? Wrapped.duration(call.duration().toMillis())
                          : "")
                  .stripTrailing());
    }
  }
}
