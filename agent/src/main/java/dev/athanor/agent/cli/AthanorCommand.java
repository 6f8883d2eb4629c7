package dev.athanor.agent.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The word {@code athanor} itself; the work is done by its subcommands. */
@Command(
    name = "athanor",
    description = "From a materials question to candidates that a laboratory can make.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = ProductVersion.class,
    sortOptions = false,
    usageHelpAutoWidth = false)
final class AthanorCommand implements Callable<Integer> {
  @Mixin private final CommonOptions common;

  @Spec private CommandSpec spec;

  AthanorCommand(CommonOptions common) {
    this.common = common;
    this.spec = CommandSpec.create();
  }

  /** What every command understands. */
  CommonOptions common() {
    return common;
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "which command?");
  }
}
