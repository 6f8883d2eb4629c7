package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.agent.investigation.Gate;
import dev.athanor.agent.investigation.GateKind;
import dev.athanor.tools.Effect;
import dev.athanor.tools.ToolCatalogue;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** What a gate asks for, as a person reads it before answering. */
final class GateText {
  private static final int TOOL_COLUMN = 24;
  private static final int EFFECT_COLUMN = 9;

  private final Terminal terminal;
  private final PrintWriter target;
  private final ToolCatalogue catalogue;

  GateText(Terminal terminal, PrintWriter target, ToolCatalogue catalogue) {
    this.terminal = terminal;
    this.target = target;
    this.catalogue = catalogue;
  }

  /** Writes it; with details, arguments and the hash that an approval names are shown too. */
  void write(Gate gate, boolean details) {
    if (gate.kind() == GateKind.PLAN) {
      plan(gate, details);
    } else {
      call(gate);
    }
    if (details || gate.kind() == GateKind.CALL) {
      target.println("  hash " + gate.argumentsHash());
    }
    target.println();
  }

  private void plan(Gate gate, boolean details) {
    String goal = Terminal.safe(gate.arguments().path("goal").asText());
    target.println(strong("Plan") + "  " + String.join("\n      ", wrapped(goal)));
    int number = 1;
    for (JsonNode step : gate.arguments().path("steps")) {
      String tool = Terminal.safe(step.path("tool").asText());
      String lead =
          String.format(
              Locale.ROOT,
              "  %2d %-" + TOOL_COLUMN + "s %-" + EFFECT_COLUMN + "s ",
              number++,
              tool,
              effect(tool));
      String why = Terminal.safe(step.path("why").asText());
      int room = terminal.width() - lead.length();
      boolean first = true;
      for (String line : Wrapped.lines(why, Math.max(20, room))) {
        target.println((first ? lead : " ".repeat(lead.length())) + line);
        first = false;
      }
      if (details) {
        target.println("     " + Terminal.safe(step.path("arguments").toString()));
      }
    }
  }

  private List<String> wrapped(String goal) {
    return Wrapped.lines(goal, terminal.width() - 6);
  }

  private void call(Gate gate) {
    target.println(
        strong(gate.effect() == Effect.RELEASE ? "Release" : "Call")
            + "  "
            + Terminal.safe(gate.tool().orElse(""))
            + ", effect "
            + gate.effect().name());
    Wrapped.lines(Terminal.safe(gate.why()), terminal.width() - 2)
        .forEach(line -> target.println("  " + line));
    target.println("  " + Terminal.safe(gate.arguments().toString()));
  }

  private String effect(String tool) {
    return catalogue
        .find(tool)
        .map(found -> found.effect().name().toLowerCase(Locale.ROOT))
        .orElse("unknown");
  }

  private String strong(String word) {
    return target == terminal.err()
        ? terminal.paintError(Paint.BOLD, word)
        : terminal.paint(Paint.BOLD, word);
  }
}
