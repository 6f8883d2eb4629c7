package dev.athanor.agent.cli;

import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** Puts the commands together. */
final class CommandTree {
  private static final int WIDEST_HELP = 100;

  private CommandTree() {}

  /** The whole command line in these surroundings. */
  static CommandLine build(Surroundings surroundings) {
    CommonOptions common = new CommonOptions();
    Terminal terminal = surroundings.terminal();
    ErrorReporter reporter = new ErrorReporter(terminal, common);
    List<CommandGroup> groups = groups(surroundings, common);
    CommandLine root = new CommandLine(new AthanorCommand(common));
    groups.forEach(group -> group.commands().forEach(root::addSubcommand));
    Objects.requireNonNull(root.getSubcommands().get("knowledge"))
        .addSubcommand(new KnowledgeBuildCommand(surroundings, common));
    root.setOut(terminal.out())
        .setErr(terminal.err())
        .setUsageHelpWidth(Math.min(WIDEST_HELP, terminal.width()))
        .setUsageHelpLongOptionsMaxWidth(26)
        .setColorScheme(
            Help.defaultColorScheme(
                terminal.traits().outputColour() ? Help.Ansi.ON : Help.Ansi.OFF))
        .setParameterExceptionHandler(reporter::usage)
        .setExecutionExceptionHandler(reporter::failure);
    RootHelp.install(root, groups);
    return root;
  }

  private static List<CommandGroup> groups(Surroundings surroundings, CommonOptions common) {
    return List.of(
        new CommandGroup(
            "Investigate",
            List.of(
                new DiscoverCommand(surroundings, common),
                new ApproveCommand(surroundings, common),
                new DenyCommand(surroundings, common),
                new ResumeCommand(surroundings, common),
                new InvestigationsCommand(surroundings, common),
                new ShowCommand(surroundings, common),
                new ExportCommand(surroundings, common),
                new VerifyCommand(surroundings, common),
                new ServeCommand(surroundings))),
        new CommandGroup(
            "Structures (needs no database and no server)",
            List.of(
                new PredictCommand(surroundings, common),
                new InspectCommand(surroundings, common),
                new XrdCommand(surroundings, common),
                new MatchCommand(surroundings, common),
                new HullCommand(surroundings, common),
                new StandardizeCommand(surroundings, common),
                new ConvertCommand(surroundings, common))),
        new CommandGroup("Molecules", List.of(new ElucidateCommand(surroundings, common))),
        new CommandGroup(
            "Private models",
            List.of(
                new TranscribeCommand(surroundings, common),
                new AuditPrivacyCommand(surroundings, common))),
        new CommandGroup(
            "Models and knowledge",
            List.of(
                new TrainCommand(surroundings, common),
                new TrainSpectraCommand(surroundings, common),
                new TrainRankingCommand(surroundings, common),
                new EvaluateCommand(surroundings, common),
                new EvaluatePrivacyCommand(surroundings, common),
                new HostCommand(surroundings, common),
                new KnowledgeCommand())));
  }
}
