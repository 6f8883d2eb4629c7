package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what went wrong, on the error stream, without a stack trace unless one was asked for. */
final class ErrorReporter {
  private final Terminal terminal;
  private final CommonOptions common;

  ErrorReporter(Terminal terminal, CommonOptions common) {
    this.terminal = terminal;
    this.common = common;
  }

  /** A command line that does not parse. */
  int usage(ParameterException problem, String[] arguments) {
    CommandLine command = problem.getCommandLine();
    StringBuilder help = new StringBuilder();
    if (problem instanceof UnmatchedArgumentException unmatched) {
      unmatched.getSuggestions().stream()
          .limit(3)
          .forEach(word -> help.append(help.isEmpty() ? "did you mean " : ", ").append(word));
      help.append(help.isEmpty() ? "" : "? ");
    }
    help.append("see '").append(command.getCommandSpec().qualifiedName()).append(" --help'");
    report(
        new Failure(
            CliErrors.USAGE.name(),
            String.valueOf(problem.getMessage()),
            help.toString(),
            ExitCodes.USAGE));
    return ExitCodes.USAGE;
  }

  /** A command that failed. */
  int failure(Exception thrown, CommandLine command, ParseResult parsed) {
    Failure failure = Failure.of(thrown);
    report(failure);
    if (common.verbose()) {
      thrown.printStackTrace(terminal.err());
    }
    return failure.exitCode();
  }

  /** Tells it. */
  void report(Failure failure) {
    if (common.json()) {
      ObjectNode node = new ObjectMapper().createObjectNode();
      node.putObject("error")
          .put("code", failure.code())
          .put("message", failure.message())
          .put("what_to_do", failure.whatToDo());
      terminal.err().println(node);
      return;
    }
    terminal
        .err()
        .println(
            terminal.paintError(Paint.RED, "error " + failure.code())
                + ": "
                + Terminal.safe(failure.message()));
    terminal.err().println(terminal.paintError(Paint.FAINT, "  " + failure.whatToDo()));
  }
}
