package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.agent.export.AnswerMarkdown;
import dev.athanor.agent.export.InvestigationFolder;
import dev.athanor.agent.investigation.Gate;
import dev.athanor.agent.investigation.Investigation;
import dev.athanor.agent.investigation.InvestigationState;
import dev.athanor.agent.investigation.JournalEntry;
import dev.athanor.agent.runtime.AgentRuntime;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What came of an investigation: candidates, answer, what it waits for, where the files are. */
final class InvestigationReport {
  private final AgentRuntime runtime;
  private final Terminal terminal;
  private final CommonOptions common;
  private final PrintWriter out;

  InvestigationReport(AgentRuntime runtime, Terminal terminal, CommonOptions common) {
    this.runtime = runtime;
    this.terminal = terminal;
    this.common = common;
    this.out = terminal.out();
  }

  /** Writes it; the files too, where a folder is named. */
  void write(Investigation state, Optional<Path> folder) throws IOException {
    ObjectNode view = runtime.view(state);
    List<String> written = folder.isPresent() ? files(view, state.id(), folder.get()) : List.of();
    if (common.json()) {
      folder.ifPresent(path -> view.put("written_to", path.toString()));
      out.println(view);
      return;
    }
    if (!view.path("candidates").isEmpty()) {
      out.println();
      new CandidateText(terminal).write(view.path("candidates"));
    }
    answers(view);
    ending(state);
    folder.ifPresent(path -> written(path, written));
    hints(state, view, folder.isPresent());
  }

  private List<String> files(JsonNode view, String id, Path folder) {
    List<JsonNode> journal =
        runtime.investigations().events(id, 0).stream().map(JournalEntry::json).toList();
    try {
      return new InvestigationFolder(runtime.artifacts()).write(view, journal, folder);
    } catch (IOException e) {
      throw Outputs.notWritable(folder, e);
    }
  }

  private void answers(JsonNode view) {
    List<JsonNode> cited = new ArrayList<>();
    for (JsonNode answer : view.path("answers")) {
      out.println();
      Wrapped.lines(
              safeLines(AnswerMarkdown.prose(answer, cited).strip()),
              Math.min(100, terminal.width()))
          .forEach(out::println);
    }
    if (cited.isEmpty()) {
      return;
    }
    out.println();
    out.println(terminal.paint(Paint.BOLD, "Findings"));
    for (int i = 0; i < cited.size(); i++) {
      String line =
          String.format(
              Locale.ROOT, "%4s %s", "[" + (i + 1) + "]", AnswerMarkdown.source(cited.get(i)));
      out.println(terminal.paint(Paint.FAINT, Wrapped.cut(Terminal.safe(line), terminal.width())));
    }
  }

  private void ending(Investigation state) {
    if (state.state() == InvestigationState.CONCLUDED) {
      return;
    }
    if (state.state() == InvestigationState.AWAITING_APPROVAL) {
      for (Gate gate : state.openGates()) {
        out.println();
        new GateText(terminal, out, runtime.catalogue()).write(gate, false);
        out.println(terminal.paint(Paint.YELLOW, "Waiting for approval") + " at gate " + gate.id());
        out.println("  to approve   athanor approve " + state.id() + " --gate " + gate.id());
        out.println("  to deny      athanor deny " + state.id() + " --gate " + gate.id());
      }
      return;
    }
    out.println();
    out.println(
        terminal.paint(Paint.YELLOW, state.state().name().toLowerCase(Locale.ROOT))
            + (state.stateReason().isEmpty() ? "" : ": " + Terminal.safe(state.stateReason())));
  }

  private void written(Path folder, List<String> files) {
    out.println();
    out.println(terminal.paint(Paint.BOLD, "Written to") + " " + folder);
    long crystals = files.stream().filter(name -> name.startsWith("crystals/")).count();
    List<String> names =
        new ArrayList<>(files.stream().filter(name -> !name.startsWith("crystals/")).toList());
    if (crystals > 0) {
      names.add("crystals/ (" + crystals + " CIF files)");
    }
    Wrapped.lines(String.join("  ", names), terminal.width() - 2)
        .forEach(line -> out.println("  " + line));
  }

  private void hints(Investigation state, JsonNode view, boolean filesWritten) {
    out.println();
    out.println(
        terminal.paint(
            Paint.FAINT,
            "investigation " + state.id() + ", planner " + Terminal.safe(state.planner())));
    if (!filesWritten && view.path("synthesis_list").isObject()) {
      out.println(
          terminal.paint(
              Paint.FAINT,
              "  athanor export " + state.id() + " --format html   the list to print"));
    }
  }

  private static String safeLines(String text) {
    return text.lines().map(Terminal::safe).reduce((a, b) -> a + "\n" + b).orElse("");
  }
}
