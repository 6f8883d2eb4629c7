package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.agent.journal.Verification;
import dev.athanor.agent.runtime.AgentRuntime;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code athanor verify}: whether a journal was changed after it was written. */
@Command(
    name = "verify",
    description = "Check that the journal of an investigation was not changed",
    footerHeading = "%n",
    footer = {
      "Every entry carries the hash of the one before. Exit code 4 where the chain is broken."
    })
final class VerifyCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final CommonOptions common;

  @Parameters(index = "0", paramLabel = "ID", description = "investigation, or how its name begins")
  private String id = "";

  VerifyCommand(Surroundings surroundings, CommonOptions common) {
    this.surroundings = surroundings;
    this.common = common;
  }

  @Override
  public Integer call() {
    try (AgentRuntime runtime = surroundings.agent().get()) {
      Verification found = runtime.investigations().verify(id);
      if (common.json()) {
        surroundings.terminal().out().println(json(found));
      } else {
        text(found);
      }
      return found.intact() ? ExitCodes.OK : ExitCodes.NOTHING_USABLE;
    }
  }

  private static ObjectNode json(Verification found) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("investigation", found.investigation());
    node.put("entries", found.entries());
    node.put("intact", found.intact());
    ArrayNode defects = node.putArray("defects");
    found.defects().forEach(defects::add);
    return node;
  }

  private void text(Verification found) {
    Terminal terminal = surroundings.terminal();
    terminal
        .out()
        .println(
            found.intact()
                ? terminal.paint(Paint.GREEN, "intact")
                    + ": "
                    + found.entries()
                    + " entries, each carries the hash of the one before"
                : terminal.paint(Paint.RED, "broken"));
    found.defects().forEach(defect -> terminal.out().println("  " + Terminal.safe(defect)));
  }
}
