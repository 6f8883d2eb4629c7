package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.tools.transcription.LedgerSheet;

/** A data set's ledger for scripts. */
final class LedgerJson {
  private LedgerJson() {}

  static ObjectNode of(LedgerSheet sheet) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("dataset", sheet.dataset());
    node.put("budget_epsilon", sheet.budgetEpsilon()).put("budget_delta", sheet.budgetDelta());
    node.put("protects", sheet.protects());
    node.put("spent", sheet.spent()).put("remaining", sheet.remaining());
    ArrayNode releases = node.putArray("releases");
    for (LedgerSheet.Line line : sheet.releases()) {
      ObjectNode release =
          releases
              .addObject()
              .put("release", line.release())
              .put("at", line.at())
              .put("purpose", line.purpose())
              .put("epsilon_alone", line.epsilon());
      ArrayNode mechanisms = release.putArray("mechanisms");
      line.mechanisms()
          .forEach(
              mechanism ->
                  mechanisms
                      .addObject()
                      .put("words", mechanism.words())
                      .put("protects", mechanism.protects())
                      .put("epsilon_alone", mechanism.epsilon()));
    }
    return node;
  }
}
