package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Tells which structures of an input could not be used, one line each, on the error stream. */
final class RowErrors {
  private final Terminal terminal;
  private final CommonOptions common;

  RowErrors(Terminal terminal, CommonOptions common) {
    this.terminal = terminal;
    this.common = common;
  }

  /**
   * A structure that could not be used.
   *
   * @param id its identifier, or its file where it has none
   * @param why code, message, line
   */
  record BadRow(String id, RowFault why) {}

  private static String line(RowFault why) {
    return why.line().isPresent() ? " (line " + why.line().getAsInt() + ")" : "";
  }

  /** Tells about one. */
  void report(BadRow row) {
    RowFault why = row.why();
    if (common.json()) {
      ObjectNode node = new ObjectMapper().createObjectNode();
      node.putObject("error")
          .put("code", why.code())
          .put("id", row.id())
          .put("message", why.reason())
          .put("line", why.line().isPresent() ? why.line().getAsInt() : null);
      terminal.err().println(node);
      return;
    }
    terminal
        .err()
        .println(
            terminal.paintError(Paint.RED, "error " + why.code())
                + ": "
                + Terminal.safe(row.id() + ": " + why.reason() + line(why)));
  }
}
