package dev.athanor.agent.cli;

import dev.athanor.agent.runtime.AgentRuntime;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code athanor resume}: goes on where an investigation was interrupted. */
@Command(
    name = "resume",
    description = "Go on where an investigation was interrupted",
    footerHeading = "%n",
    footer = {"Nothing is done twice: what the journal has a result for is taken from there."})
final class ResumeCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final CommonOptions common;

  @Parameters(index = "0", paramLabel = "ID", description = "investigation, or how its name begins")
  private String id = "";

  @Mixin private final RunOptions options = new RunOptions();

  ResumeCommand(Surroundings surroundings, CommonOptions common) {
    this.surroundings = surroundings;
    this.common = common;
  }

  @Override
  public Integer call() throws IOException {
    try (AgentRuntime runtime = surroundings.agent().get()) {
      String full = runtime.investigations().get(id).id();
      return new InvestigationRun(runtime, surroundings, common, options).run(full);
    }
  }
}
