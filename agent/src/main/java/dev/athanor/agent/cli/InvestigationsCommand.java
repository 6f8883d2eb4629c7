package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.athanor.agent.investigation.Investigation;
import dev.athanor.agent.runtime.AgentRuntime;
import dev.athanor.agent.runtime.ViewJson;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code athanor investigations}: all of them, newest first. */
@Command(name = "investigations", description = "List all investigations, newest first")
final class InvestigationsCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final Surroundings surroundings;
  private final CommonOptions common;

  InvestigationsCommand(Surroundings surroundings, CommonOptions common) {
    this.surroundings = surroundings;
    this.common = common;
  }

  @Override
  public Integer call() {
    try (AgentRuntime runtime = surroundings.agent().get()) {
      List<Investigation> all = runtime.investigations().list();
      if (common.json()) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        all.forEach(state -> rows.add(ViewJson.summary(state)));
        surroundings.terminal().out().println(rows);
      } else {
        text(all);
      }
      return ExitCodes.OK;
    }
  }

  private void text(List<Investigation> all) {
    Terminal terminal = surroundings.terminal();
    if (all.isEmpty()) {
      terminal.out().println("none yet; begin with: athanor discover \"your question\"");
      return;
    }
    for (Investigation state : all) {
      String word = state.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      String lead =
          String.format(
              Locale.ROOT, "%s  %s  %-17s  ", state.id(), TIME.format(state.createdAt()), word);
      int room = Math.max(16, terminal.width() - lead.length());
      terminal.out().println(lead + Wrapped.cut(Terminal.safe(state.question()).strip(), room));
    }
  }
}
