package dev.athanor.agent.cli;

import dev.athanor.agent.investigation.Gate;
import dev.athanor.agent.investigation.GateStatus;
import dev.athanor.agent.investigation.Investigation;
import dev.athanor.agent.investigation.InvestigationState;
import dev.athanor.agent.runtime.AgentRuntime;
import dev.athanor.agent.runtime.GateAnswer;
import dev.athanor.agent.runtime.Investigations;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Drives one investigation at a terminal: shows what happens, asks at gates where somebody sits
 * there, and stops at them where nobody does.
 */
final class InvestigationRun {
  private final AgentRuntime runtime;
  private final Surroundings surroundings;
  private final CommonOptions common;
  private final RunOptions options;

  InvestigationRun(
      AgentRuntime runtime, Surroundings surroundings, CommonOptions common, RunOptions options) {
    this.runtime = runtime;
    this.surroundings = surroundings;
    this.common = common;
    this.options = options;
  }

  /** Drives until there is nothing more to do here, tells what came of it, and how it ended. */
  int run(String id) throws IOException {
    Investigation state = drive(id);
    while (state.state() == InvestigationState.AWAITING_APPROVAL && terminal().isInteractive()) {
      Optional<GateAnswer> answer = ask(state.openGates().get(0));
      if (answer.isEmpty()) {
        break;
      }
      runtime.investigations().answer(id, answer.get());
      state = drive(id);
    }
    new InvestigationReport(runtime, terminal(), common).write(state, options.out());
    return exitCode(state);
  }

  /** What the process returns for an investigation that was left in this state. */
  static int exitCode(Investigation state) {
    return switch (state.state()) {
      case AWAITING_APPROVAL -> ExitCodes.WAITING_FOR_APPROVAL;
      case STOPPED, CANCELLED -> ExitCodes.STOPPED;
      case FAILED -> ExitCodes.INTERNAL;
      case CONCLUDED -> wasDenied(state) ? ExitCodes.DENIED : ExitCodes.OK;
      case PLANNING, RUNNING -> ExitCodes.OK;
    };
  }

  private static boolean wasDenied(Investigation state) {
    return state.gates().stream()
        .filter(gate -> gate.decidedAt().isPresent())
        .max(Comparator.comparing(gate -> gate.decidedAt().orElseThrow()))
        .filter(gate -> gate.status() == GateStatus.DENIED)
        .isPresent();
  }

  private Investigation drive(String id) {
    Investigations all = runtime.investigations();
    try (LiveProgress progress = new LiveProgress(terminal())) {
      return options.yes()
          ? all.driveApproving(
              id, options.approver(surroundings.user()), options.budget(), progress)
          : all.drive(id, progress);
    }
  }

  private Optional<GateAnswer> ask(Gate gate) {
    GateText text = new GateText(terminal(), terminal().err(), runtime.catalogue());
    terminal().err().println();
    text.write(gate, false);
    while (true) {
      String answer =
          terminal()
              .ask("Approve?  y yes   n no   d details   l later: ")
              .map(word -> word.strip().toLowerCase(Locale.ROOT))
              .orElse("l");
      switch (answer) {
        case "y", "yes" -> {
          return Optional.of(answer(gate, GateAnswer.Decision.APPROVE, "approved at the terminal"));
        }
        case "n", "no" -> {
          String reason = terminal().ask("Why not? (the planner is told) ").orElse("");
          return Optional.of(answer(gate, GateAnswer.Decision.DENY, reason.strip()));
        }
        case "d", "details" -> text.write(gate, true);
        case "l", "later" -> {
          return Optional.empty();
        }
        default -> terminal().err().println("  please answer y, n, d or l");
      }
    }
  }

  private GateAnswer answer(Gate gate, GateAnswer.Decision decision, String reason) {
    return new GateAnswer(
        gate.id(),
        gate.argumentsHash(),
        decision,
        reason,
        options.approver(surroundings.user()),
        options.statedBudget());
  }

  private Terminal terminal() {
    return surroundings.terminal();
  }

  /** The gate that a command means: the one named, or the only one that is open. */
  static Gate openGate(Investigation state, Optional<String> name) {
    List<Gate> open = state.openGates();
    if (name.isPresent()) {
      return open.stream()
          .filter(gate -> gate.id().equals(name.get()))
          .findFirst()
          .orElseThrow(
              () -> noGate("gate " + name.get() + " of " + state.id() + " is not open", state));
    }
    if (open.size() != 1) {
      throw noGate(
          open.isEmpty()
              ? state.id() + " waits for no approval"
              : state.id()
                  + " waits at several gates: "
                  + String.join(", ", open.stream().map(Gate::id).toList()),
          state);
    }
    return open.get(0);
  }

  private static CliException noGate(String message, Investigation state) {
    return new CliException(
        CliErrors.NO_OPEN_GATE, message, "'athanor show " + state.id() + "' lists its gates");
  }
}
