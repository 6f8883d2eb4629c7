package dev.athanor.agent.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The first page of the help: commands in groups, examples, exit codes. */
final class RootHelp {
  private static final int NAME_COLUMN = 20;
  private static final List<String> EXAMPLES =
      List.of(
          "athanor discover \"Ternary rhenium intermetallics that superconduct above 4 K\"",
          "athanor predict --property tc --input crystals/ --output tc.csv",
          "athanor elucidate --input spectra.jsonl --output molecules.jsonl",
          "athanor serve");

  private RootHelp() {}

  /** Replaces the flat list of commands by the groups. */
  static void install(CommandLine root, List<CommandGroup> groups) {
    root.getCommandSpec()
        .usageMessage()
        .customSynopsis("athanor COMMAND [OPTIONS]")
        .synopsisHeading("%nUsage: ")
        .descriptionHeading("")
        .optionListHeading("%nOptions%n")
        .commandListHeading("")
        .footerHeading("%nExamples%n")
        .footer(EXAMPLES.stream().map(line -> "  " + line).toArray(String[]::new))
        .exitCodeListHeading("%nExit codes%n")
        .exitCodeList(
            ExitCodes.help().stream()
                .collect(
                    Collectors.toMap(
                        line -> line.substring(0, line.indexOf(':')),
                        line -> line.substring(line.indexOf(':') + 1),
                        (a, b) -> a,
                        java.util.LinkedHashMap::new)));
    root.getHelpSectionMap()
        .put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> commandList(help, groups));
  }

  private static String commandList(Help help, List<CommandGroup> groups) {
    StringBuilder text = new StringBuilder();
    int width = help.commandSpec().usageMessage().width();
    for (CommandGroup group : groups) {
      text.append(System.lineSeparator()).append(group.title()).append(System.lineSeparator());
      TextTable table =
          TextTable.forColumns(
              help.colorScheme(),
              new Column(NAME_COLUMN, 2, Overflow.TRUNCATE),
              new Column(width - NAME_COLUMN, 0, Overflow.WRAP));
      for (Object command : group.commands()) {
        Command annotation = command.getClass().getAnnotation(Command.class);
        table.addRowValues(
            help.colorScheme().commandText(annotation.name()),
            Ansi.OFF.new Text(annotation.description()[0], help.colorScheme()));
      }
      text.append(table);
    }
    return text.toString();
  }
}
