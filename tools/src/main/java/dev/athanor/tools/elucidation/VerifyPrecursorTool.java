package dev.athanor.tools.elucidation;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.athanor.models.diffspectra.Elucidator;
import dev.athanor.models.diffspectra.SpectralConsistency;
import dev.athanor.tools.ArtifactStore;
import dev.athanor.tools.Bounds;
import dev.athanor.tools.DescribedTool;
import dev.athanor.tools.Effect;
import dev.athanor.tools.ToolContext;
import dev.athanor.tools.ToolDescription;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import dev.athanor.tools.candidate.Rounding;
import dev.athanor.tools.synthesis.MolecularSpecies;
import dev.athanor.tools.synthesis.SynthesisItem;
import dev.athanor.tools.synthesis.SynthesisList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells whether measured spectra go with a molecule that is named beforehand. */
public final class VerifyPrecursorTool
    extends DescribedTool<VerifyPrecursorTool.Request, VerifyPrecursorTool.Result> {
  private static final int P_DECIMALS = 6;
  private static final int MISMATCH_DECIMALS = 3;
  private static final ToolDescription DESCRIPTION =
      new ToolDescription(
          "verify_precursor",
          "Tells whether measured spectra go with a given molecule, with a p-value.",
          "When a precursor, or a molecule that a synthesis gives off, was measured and must be"
              + " what it should be. To find a molecule nobody has named use elucidate_molecule.",
          "file or text with the spectra, optionally name and entry, as for elucidate_molecule; and"
              + " smiles; or list (address of a synthesis list), item (its number) and species"
              + " (formula among the item's molecules, as in CO2).",
          "verdict CONSISTENT, DOUBTFUL, INCONSISTENT or OUTSIDE; p_value: share of right molecules"
              + " whose own spectra lie at least as far from what the model expects; mismatch in"
              + " its standard deviations; report: address of both spectra, for the screen.",
          "Molecules of H, C, N, O and F with up to 8 other atoms than hydrogen. CONSISTENT is no"
              + " proof: a similar molecule may be so too. Mixtures and impurities below a tenth"
              + " are not seen.",
          "About a second.");

  private final Elucidator elucidator;

  /** Asks this model. */
  public VerifyPrecursorTool(Elucidator elucidator) {
    super(DESCRIPTION, Request.class, Result.class, Effect.COMPUTE, Duration.ofMinutes(5));
    this.elucidator = elucidator;
  }

  /**
   * Spectra and a molecule.
   *
   * @param file address of the content
   * @param text the content itself
   * @param name name of the file
   * @param entry identifier of the spectra in the file
   * @param smiles the molecule
   * @param list address of a synthesis list that holds it
   * @param item number of the item in the list
   * @param species formula of the molecule among those of the item
   */
  public record Request(
      @JsonPropertyDescription("Address of an uploaded file.") @Bounds(min = 12, max = 64)
          Optional<String> file,
      @JsonPropertyDescription("The spectra themselves, as an alternative to file.")
          @Bounds(min = 1, max = 400_000)
          Optional<String> text,
      @JsonPropertyDescription("Name of the file; its ending tells the format.") @Bounds(max = 255)
          Optional<String> name,
      @JsonPropertyDescription("Which entry of the file; the first one.")
          @Bounds(min = 1, max = 255)
          Optional<String> entry,
      @JsonPropertyDescription("The molecule as SMILES, as an alternative to list.")
          @Bounds(min = 1, max = 400)
          Optional<String> smiles,
      @JsonPropertyDescription("Address of a synthesis list.") @Bounds(min = 12, max = 64)
          Optional<String> list,
      @JsonPropertyDescription("Number of the item in the list, from 1; 1.")
          @Bounds(min = 1, max = 50)
          Optional<Integer> item,
      @JsonPropertyDescription("Formula among the item's molecules, as in CO2; the first one.")
          @Bounds(min = 1, max = 100)
          Optional<String> species) {
    public Request {
      HandedSpectra.requireOne(file, text);
      if (smiles.isPresent() == list.isPresent()) {
        throw new ToolException(
            ToolErrors.INVALID_ARGUMENTS,
            "exactly one of 'smiles' and 'list' is needed",
            "give the molecule as SMILES, or the address of a synthesis list that holds it");
      }
    }
  }

  /**
   * What the spectra say of the molecule.
   *
   * @param id of the spectra
   * @param modalities which spectra there are: ir, raman, uv
   * @param smiles the molecule, canonical
   * @param inchikey its standard InChIKey
   * @param formula in Hill's order
   * @param role what it is in the synthesis, where it comes from a list
   * @param verdict in a word
   * @param pValue share of right molecules that lie at least as far off; absent where outside
   * @param mismatch in standard deviations of the model; absent where outside
   * @param outside why the model cannot say
   * @param remarks what a careful reader should know
   * @param report address of all that a screen shows
   */
  public record Result(
      String id,
      List<String> modalities,
      String smiles,
      String inchikey,
      String formula,
      Optional<String> role,
      NamedMolecule.Verdict verdict,
      Optional<Double> pValue,
      Optional<Double> mismatch,
      Optional<String> outside,
      List<String> remarks,
      String report) {}

  @Override
  public Result run(Request request, ToolContext context) {
    Optional<MolecularSpecies> species =
        request.list().map(address -> species(address, request, context.artifacts()));
    NamedMolecule named =
        NamedMolecule.parse(
            species.map(MolecularSpecies::smiles).or(request::smiles).orElseThrow());
    UnknownMolecule unknown =
        HandedSpectra.pick(
            request.file(), request.text(), request.name(), request.entry(), context.artifacts());
    context.checkCancelled();
    SpectralConsistency consistency = named.heldAgainst(unknown, elucidator);
    context.checkCancelled();
    List<String> remarks = new ArrayList<>(unknown.remarks());
    named.contradiction(unknown).ifPresent(remarks::add);
    boolean answered = consistency.outside().isEmpty();
    return new Result(
        unknown.id(),
        unknown.modalities(),
        named.smiles(),
        named.inchikey(),
        named.formula(),
        species.map(one -> one.name() + ": " + one.why()),
        NamedMolecule.Verdict.of(consistency),
        answered ? Optional.of(Rounding.round(consistency.pValue(), P_DECIMALS)) : Optional.empty(),
        answered
            ? Optional.of(Rounding.round(consistency.mismatch(), MISMATCH_DECIMALS))
            : Optional.empty(),
        consistency.outside(),
        remarks,
        report(unknown, named, consistency, remarks).store(context.artifacts()));
  }

  private SpectralReport report(
      UnknownMolecule unknown,
      NamedMolecule named,
      SpectralConsistency consistency,
      List<String> remarks) {
    return new SpectralReport(
        SpectralReport.KIND,
        unknown.id(),
        consistency.outside(),
        Optional.empty(),
        SpectralCurve.of(unknown.spectra()),
        List.of(MoleculeSheet.of(named, consistency, elucidator)),
        remarks);
  }

  private static MolecularSpecies species(
      String address, Request request, ArtifactStore artifacts) {
    SynthesisList list = SynthesisList.load(address, artifacts);
    int number = request.item().orElse(1);
    SynthesisItem item =
        list.items().stream()
            .filter(one -> one.number() == number)
            .findFirst()
            .orElseThrow(
                () ->
                    new ToolException(
                        ToolErrors.NOT_FOUND,
                        "the list has no item " + number,
                        "its items are numbered from 1 to " + list.items().size()));
    List<MolecularSpecies> molecules = item.molecules().orElseGet(List::of);
    return molecules.stream()
        .filter(one -> request.species().map(one.formula()::equals).orElse(true))
        .findFirst()
        .orElseThrow(
            () ->
                new ToolException(
                    ToolErrors.UNSUPPORTED,
                    "item "
                        + number
                        + " has no such molecule: metals, salts and oxides are crystals, which a"
                        + " molecule's spectrum does not tell",
                    molecules.isEmpty()
                        ? "compare their powder patterns instead"
                        : "choose among "
                            + molecules.stream()
                                .map(MolecularSpecies::formula)
                                .collect(Collectors.joining(", "))));
  }
}
