package dev.athanor.tools.transcription;

import dev.athanor.tools.ArtifactStore;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import dev.athanor.tools.ToolJson;
import dev.athanor.tools.candidate.Addresses;
import java.util.List;
import java.util.Optional;

/**
 * What whoever gets a model should know of how it was made. Holds nothing that was learned from the
 * records but what was released.
 *
 * @param kind always {@value #KIND}
 * @param card what stands in the model's file
 * @param model SHA-256 of the file
 * @param assurance {@code record} or {@code as-published}
 * @param askedEpsilon what was asked for
 * @param mechanisms all that touched records
 * @param ledger what was spent of the data set; empty where the records were public
 * @param audits of the mechanisms as they are built, on made-up records
 * @param utility on public records; empty where none were given
 * @param samples made-up records that were given away too
 * @param notes what is not promised
 * @param seconds that the transcription took
 */
public record PrivacyReport(
    String kind,
    StudentCard card,
    String model,
    String assurance,
    double askedEpsilon,
    List<MechanismLine> mechanisms,
    Optional<LedgerSheet> ledger,
    List<AuditLine> audits,
    Optional<Utility> utility,
    int samples,
    List<String> notes,
    double seconds) {
  /** What {@link #kind} says. */
  public static final String KIND = "privacy_report";

  private static final ToolJson JSON = new ToolJson();

  public PrivacyReport {
    mechanisms = List.copyOf(mechanisms);
    audits = List.copyOf(audits);
    notes = List.copyOf(notes);
  }

  /** Its JSON as UTF-8 text. */
  public byte[] bytes() {
    return JSON.bytes(this);
  }

  /** The report that {@link #bytes} gave. */
  public static PrivacyReport of(byte[] bytes) {
    return JSON.parse(PrivacyReport.class, bytes, "privacy report");
  }

  /**
   * The report at an address.
   *
   * @throws ToolException {@code NOT_FOUND}, or {@code BAD_INPUT} if something else is kept there
   */
  public static PrivacyReport load(String address, ArtifactStore artifacts) {
    return of(
        artifacts
            .get(address)
            .orElseThrow(
                () ->
                    new ToolException(
                        ToolErrors.NOT_FOUND,
                        "no report is stored at '" + Addresses.shown(address) + "'",
                        "copy the value of 'report' from the result of transcribe_model")));
  }

  /**
   * The file of the model, where it is kept too.
   *
   * @throws ToolException {@code NOT_FOUND}
   */
  public byte[] modelFile(ArtifactStore artifacts) {
    return artifacts
        .get(model)
        .orElseThrow(
            () ->
                new ToolException(
                    ToolErrors.NOT_FOUND,
                    "the model of this report is not kept here",
                    "ask whoever released it"));
  }
}
