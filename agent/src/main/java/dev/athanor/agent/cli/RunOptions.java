package dev.athanor.agent.cli;

import dev.athanor.agent.investigation.Budget;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How an investigation is driven from the command line. */
final class RunOptions {
  @Option(
      names = "--yes",
      description =
          "approve the plan and its computing in your name, within the budget; never a release")
  private boolean yes;

  @Option(
      names = "--budget",
      paramLabel = "TIME[,CALLS]",
      converter = BudgetText.class,
      description = "what --yes may spend, such as 20m or 1h,60 (default: 30m,40)")
  private @Nullable Budget budget;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "write answer, candidates, crystals, list and journal there")
  private @Nullable Path out;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "the name that stands under approvals (default: your user name)")
  private @Nullable String name;

  /** Whether plan and computing are approved in advance. */
  boolean yes() {
    return yes;
  }

  /** What they may cost. */
  Budget budget() {
    return budget == null ? BudgetText.DEFAULT : budget;
  }

  /** The budget that was stated, where one was. */
  Optional<Budget> statedBudget() {
    return Optional.ofNullable(budget);
  }

  /** Where files are written. */
  Optional<Path> out() {
    return Optional.ofNullable(out);
  }

  /** The name under approvals. */
  String approver(String user) {
    return name == null ? user : name;
  }
}
