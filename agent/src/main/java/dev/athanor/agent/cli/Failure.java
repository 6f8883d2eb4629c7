package dev.athanor.agent.cli;

import dev.athanor.agent.AgentErrors;
import dev.athanor.agent.AgentException;
import dev.athanor.agent.export.ExportException;
import dev.athanor.knowledge.KnowledgeException;
import dev.athanor.matter.MatterException;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.tools.ToolException;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What went wrong, as it is told to a person or a script.
 *
 * @param code stable name of the kind of failure
 * @param message what is wrong
 * @param whatToDo what to do about it
 * @param exitCode status that the process returns
 */
record Failure(String code, String message, String whatToDo, int exitCode) {
  /** What to say about a throwable; nothing of its stack. */
  static Failure of(Throwable thrown) {
    if (thrown instanceof CliException e) {
      return new Failure(e.code().name(), text(e), e.whatToDo(), e.code().exitCode());
    }
    if (thrown instanceof MatterException e) {
      return new Failure(
          e.code().name(),
          atLine(e),
          "mend the input; 'athanor inspect FILE' shows how it is read",
          ExitCodes.NOTHING_USABLE);
    }
    if (thrown instanceof ToolException e) {
      return new Failure(e.code().name(), text(e), e.whatToDo(), ExitCodes.NOTHING_USABLE);
    }
    if (thrown instanceof AgentException e) {
      return new Failure(e.code().name(), text(e), e.whatToDo(), exitCode(e.code()));
    }
    if (thrown instanceof KnowledgeException e) {
      return new Failure(e.code().name(), text(e), e.whatToDo(), ExitCodes.NOTHING_USABLE);
    }
    if (thrown instanceof ModelException e) {
      return new Failure(
          e.code().name(),
          text(e),
          whatToDo(e.code()),
          e.code() == ModelErrors.OVER_BUDGET ? ExitCodes.OVER_BUDGET : ExitCodes.INTERNAL);
    }
    if (thrown instanceof ExportException e) {
      return new Failure(e.code().name(), text(e), e.whatToDo(), ExitCodes.NOTHING_USABLE);
    }
    if (thrown instanceof IOException || thrown instanceof UncheckedIOException) {
      return new Failure(
          "INPUT_OUTPUT",
          text(thrown),
          "check that the disk has room and that the files may be read and written",
          ExitCodes.INTERNAL);
    }
    return new Failure(
        CliErrors.INTERNAL.name(),
        thrown.getClass().getSimpleName() + ": " + text(thrown),
        "run it again with --verbose to see where it came from, and report it",
        ExitCodes.INTERNAL);
  }

  /** The message of an error in a structure, with its line where that is known. */
  static String atLine(MatterException e) {
    return e.line().isPresent() ? text(e) + " (line " + e.line().getAsInt() + ")" : text(e);
  }

  private static int exitCode(AgentErrors code) {
    return switch (code) {
      case NOT_FOUND,
          BAD_REQUEST,
          GATE_NOT_OPEN,
          HASH_MISMATCH,
          GATE_EXPIRED,
          WRONG_STATE,
          TOO_LARGE,
          BAD_SETTING ->
          ExitCodes.USAGE;
      case JOURNAL_CORRUPT, ARTIFACT_CORRUPT -> ExitCodes.NOTHING_USABLE;
      case JOURNAL_CONFLICT,
          DATABASE_UNAVAILABLE,
          PLANNER_UNAVAILABLE,
          PLANNER_TIMEOUT,
          PLANNER_REPLY_TOO_LARGE,
          PLANNER_REPLY_BROKEN,
          PLANNER_REFUSED,
          FORBIDDEN_ORIGIN,
          INTERNAL ->
          ExitCodes.INTERNAL;
    };
  }

  private static String whatToDo(ModelErrors code) {
    return switch (code) {
      case WEIGHTS_MISSING, WEIGHTS_CORRUPTED, WEIGHTS_MISMATCH, BAD_CARD ->
          "build again, or train with 'athanor train'";
      case BAD_DATA -> "check the data folder";
      case TOO_LARGE -> "leave the largest structures out";
      case ENGINE_UNAVAILABLE -> "free some memory and try again";
      case HOST_UNREACHABLE ->
          "start 'athanor host' there, or unset athanor.models.host to compute here";
      case HOST_REFUSED -> "check athanor.models.host, and that both run one release";
      case TRAINING_BEGUN -> "finish it with --resume, or give another folder with --work";
      case DIVERGED -> "train with a lower rate or another seed";
      case OVER_BUDGET -> "ask for less; what is spent of a data set's privacy cannot be had back";
      case BAD_LEDGER -> "restore the ledger from a copy; nothing is released without it";
    };
  }

  private static String text(Throwable thrown) {
    String message = thrown.getMessage();
    return message == null || message.isBlank() ? "no further detail" : message;
  }
}
