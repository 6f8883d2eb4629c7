package dev.athanor.agent.cli;

import dev.athanor.agent.investigation.Investigation;
import dev.athanor.agent.runtime.AgentRuntime;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code athanor discover}: a question, from plan to candidates. */
@Command(
    name = "discover",
    aliases = "ask",
    description = "Ask a question and follow it to ranked candidates",
    footerHeading = "%n",
    footer = {
      "In a terminal the plan is shown and you are asked. Elsewhere it stops at the plan with exit",
      "code 10 and says how to approve. --yes approves plan and computing in advance, in your",
      "name and within the budget; what leaves the house is always asked for.",
      "",
      "  athanor discover \"Ternary rhenium intermetallics that superconduct above 4 K\" --yes \\",
      "                   --out out/"
    })
final class DiscoverCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final CommonOptions common;

  @Parameters(arity = "1..*", paramLabel = "QUESTION", description = "in your own words")
  private List<String> words = List.of();

  @Option(
      names = "--continue",
      paramLabel = "ID",
      description = "ask further in an investigation that is there already")
  private @Nullable String further;

  @Mixin private final RunOptions options = new RunOptions();

  DiscoverCommand(Surroundings surroundings, CommonOptions common) {
    this.surroundings = surroundings;
    this.common = common;
  }

  @Override
  public Integer call() throws IOException {
    String question = String.join(" ", words);
    String who = options.approver(surroundings.user());
    try (AgentRuntime runtime = surroundings.agent().get()) {
      Investigation state =
          further == null
              ? runtime.investigations().ask(question, who)
              : runtime.investigations().say(further, question, who);
      if (surroundings.terminal().showsProgress()) {
        surroundings
            .terminal()
            .err()
            .println(
                surroundings.terminal().paintError(Paint.FAINT, "investigation " + state.id()));
      }
      return new InvestigationRun(runtime, surroundings, common, options).run(state.id());
    }
  }
}
