package dev.athanor.tools.transcription;

import dev.athanor.models.privacy.accounting.PrivateMechanism;
import dev.athanor.models.privacy.transcription.Assurance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a release does not promise, in words that its report repeats. */
final class ReleaseNotes {
  private ReleaseNotes() {}

  static List<String> of(TranscriptionProposal proposal, boolean measured) {
    List<String> notes = new ArrayList<>();
    if (proposal.order().assurance() == Assurance.AS_PUBLISHED) {
      notes.add(
          "The paper's epsilon counts its own mechanism. Its teacher learned from the records without"
              + " noise, so that no epsilon holds for them; this mode exists to compare with"
              + " published figures on public data.");
    }
    if (proposal.plan().mechanisms().stream()
        .anyMatch(mechanism -> mechanism.unit() == PrivateMechanism.Protected.LABEL)) {
      notes.add("Part of this protects labels only: that a record was there is not hidden.");
    }
    notes.add(
        "One record is protected. Of k records that belong together, such as several measurements of"
            + " one material, the factor is taken to the power k.");
    notes.add(
        "What is true of the data as a whole is learned and may be told; that is what the model is"
            + " for.");
    notes.add(
        "The number of records, the columns, their ranges and the labels are taken as known.");
    if (proposal.counts()) {
      notes.add(
          String.format(
              Locale.ROOT,
              "The ledger counts by the name '%s'. The same records under another name would be"
                  + " counted anew, and so promised too much.",
              proposal.order().dataset()));
    }
    notes.add(
        measured
            ? "The utility was measured on a file that was declared public."
            : "No accuracy is stated: measured on private records, it would be a release of its own."
                + " Measure on public ones (--test).");
    notes.add(
        "Audits ran the mechanisms on made-up records. They can refute a claim and confirm none; an"
            + " audit on the private records would itself be a release.");
    return notes;
  }
}
