package dev.athanor.tools.elucidation;

import dev.athanor.tools.ArtifactStore;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import dev.athanor.tools.ToolJson;
import dev.athanor.tools.candidate.Addresses;
import java.util.List;
import java.util.Optional;

/**
 * All that a screen shows of spectra and the molecules compared with them; kept as an artifact, as
 * it is too long for a result.
 *
 * @param kind always {@value #KIND}
 * @param id of the spectra
 * @param outside why no model answered; empty where one did
 * @param topIsRight calibrated probability that the first molecule is the right one, where several
 *     were looked for
 * @param given the spectra that were given
 * @param molecules those compared with them, best first
 * @param remarks what a careful reader should know
 */
public record SpectralReport(
    String kind,
    String id,
    Optional<String> outside,
    Optional<Double> topIsRight,
    List<SpectralCurve> given,
    List<MoleculeSheet> molecules,
    List<String> remarks) {
  /** What {@link #kind} says. */
  public static final String KIND = "spectral_report";

  private static final ToolJson JSON = new ToolJson();

  public SpectralReport {
    given = List.copyOf(given);
    molecules = List.copyOf(molecules);
    remarks = List.copyOf(remarks);
    if (!KIND.equals(kind)) {
      throw new ToolException(
          ToolErrors.BAD_INPUT, "not a report on spectra", "give the address of such a report");
    }
  }

  /** Keeps the report and returns its address. */
  String store(ArtifactStore artifacts) {
    return artifacts.put(bytes());
  }

  /** Its JSON as UTF-8 text. */
  public byte[] bytes() {
    return JSON.bytes(this);
  }

  /**
   * The report at an address.
   *
   * @throws ToolException {@code NOT_FOUND}, or {@code BAD_INPUT} if something else is kept there
   */
  public static SpectralReport load(String address, ArtifactStore artifacts) {
    byte[] bytes =
        artifacts
            .get(address)
            .orElseThrow(
                () ->
                    new ToolException(
                        ToolErrors.NOT_FOUND,
                        "no report is stored at '" + Addresses.shown(address) + "'",
                        "copy the value of 'report' from the result of elucidate_molecule"));
    return JSON.parse(SpectralReport.class, bytes, "report on spectra");
  }
}
