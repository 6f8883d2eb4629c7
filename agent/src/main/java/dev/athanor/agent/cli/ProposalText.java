package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.accounting.PrivateMechanism;
import dev.athanor.tools.transcription.MechanismLine;
import dev.athanor.tools.transcription.TranscriptionProposal;
import dev.athanor.tools.transcription.Transcriptions;
import java.io.PrintWriter;
import java.util.Locale;

/** What a transcription would release and spend, for people and for scripts. */
final class ProposalText {
  private static final int COLUMN = 16;

  private final Terminal terminal;

  ProposalText(Terminal terminal) {
    this.terminal = terminal;
  }

  void write(TranscriptionProposal proposal, String what) {
    PrintWriter err = terminal.err();
    err.println(
        terminal.paintError(
            Paint.BOLD, "Transcription of " + Terminal.safe(proposal.order().dataset())));
    line("records", String.format(Locale.ROOT, "%,d, %s", proposal.records(), what));
    line("method", proposal.order().method().word());
    for (PrivateMechanism mechanism : proposal.plan().mechanisms()) {
      MechanismLine words = MechanismLine.of(mechanism, proposal.order().asked().delta());
      line(
          "touches them",
          String.format(
              Locale.ROOT, "%s (alone: epsilon %s)", words.words(), number(words.epsilon())));
    }
    line(
        "guarantee",
        proposal
            .plan()
            .sound()
            .map(
                sound ->
                    String.format(
                        Locale.ROOT,
                        "epsilon %s at delta %.1e, for every record",
                        number(sound.epsilon()),
                        sound.delta()))
            .orElse("none for single records: the teacher sees them without noise"));
    line(
        "its paper",
        String.format(
            Locale.ROOT,
            "would claim epsilon %s. %s",
            number(proposal.plan().published().epsilon()),
            proposal.plan().published().caveat()));
    if (!proposal.counts()) {
      line("ledger", "not entered, since the records are public");
      return;
    }
    PrivacyGuarantee limit = proposal.budget().limit();
    line(
        "budget",
        String.format(
            Locale.ROOT,
            "epsilon %s at delta %.1e, %s",
            number(limit.epsilon()),
            limit.delta(),
            proposal.budgetIsNew() ? "set once and for all with this release" : "set before"));
    line(
        "spent",
        String.format(
            Locale.ROOT,
            "%s so far, %s with this",
            number(proposal.spent()),
            number(proposal.spentAfter())));
  }

  private void line(String name, String words) {
    String lead = String.format(Locale.ROOT, "  %-14s", name);
    boolean first = true;
    for (String part : Wrapped.lines(words, terminal.width() - COLUMN)) {
      terminal
          .err()
          .println((first ? terminal.paintError(Paint.FAINT, lead) : " ".repeat(COLUMN)) + part);
      first = false;
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }

  /** The same for a script. */
  static ObjectNode json(TranscriptionProposal proposal) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("dataset", proposal.order().dataset());
    node.put("records", proposal.records());
    node.put("method", proposal.order().method().word());
    node.put("assurance", Transcriptions.assurance(proposal.order().assurance()));
    proposal
        .plan()
        .sound()
        .ifPresentOrElse(
            sound -> node.put("epsilon", sound.epsilon()), () -> node.putNull("epsilon"));
    node.put("delta", proposal.order().asked().delta());
    node.put("epsilon_paper", proposal.plan().published().epsilon());
    ArrayNode mechanisms = node.putArray("mechanisms");
    for (PrivateMechanism mechanism : proposal.plan().mechanisms()) {
      MechanismLine line = MechanismLine.of(mechanism, proposal.order().asked().delta());
      mechanisms
          .addObject()
          .put("words", line.words())
          .put("protects", line.protects())
          .put("epsilon_alone", line.epsilon());
    }
    if (proposal.counts()) {
      node.put("budget_epsilon", proposal.budget().limit().epsilon());
      node.put("budget_delta", proposal.budget().limit().delta());
      node.put("budget_is_new", proposal.budgetIsNew());
      node.put("spent", proposal.spent());
      node.put("spent_after", proposal.spentAfter());
      node.put("covered", proposal.covered());
    }
    return node;
  }
}
