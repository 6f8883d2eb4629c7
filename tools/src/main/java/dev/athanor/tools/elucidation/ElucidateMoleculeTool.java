package dev.athanor.tools.elucidation;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.athanor.models.diffspectra.Elucidation;
import dev.athanor.models.diffspectra.Elucidator;
import dev.athanor.models.diffspectra.MoleculeCandidate;
import dev.athanor.tools.Bounds;
import dev.athanor.tools.DescribedTool;
import dev.athanor.tools.Effect;
import dev.athanor.tools.ToolContext;
import dev.athanor.tools.ToolDescription;
import dev.athanor.tools.candidate.Rounding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Tells which molecule has the spectra of a file. */
public final class ElucidateMoleculeTool
    extends DescribedTool<ElucidateMoleculeTool.Request, ElucidateMoleculeTool.Result> {
  private static final int USUAL_COUNT = 10;
  private static final int MOST_COUNT = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final ToolDescription DESCRIPTION =
      new ToolDescription(
          "elucidate_molecule",
          "Tells which small molecule has these infrared, Raman or UV-Vis spectra.",
          "When the user gives spectra of an unknown molecule. To test one molecule that is named"
              + " already use verify_precursor. Not for crystals: their powder patterns are another"
              + " matter.",
          "file: address of an uploaded file, or text: JCAMP-DX, two columns of numbers, or JSON"
              + " lines with ir, raman, uv as [[position, strength]] in 1/cm, 1/cm, eV; optionally"
              + " name, entry (identifier in the file; the first one), formula, atoms (with"
              + " hydrogens), count.",
          "candidates by falling probability with smiles, inchikey, formula, probability and"
              + " mismatch; top_probability that the first one is right; report: address of"
              + " spectra, structures and expected spectra, for the screen; or outside: why there"
              + " is no answer.",
          "Molecules of H, C, N, O and F with up to 8 other atoms than hydrogen; stereochemistry is"
              + " not told. Learned from computed spectra: measured ones are shifted against them"
              + " by some per cent. Give the formula where it is known. 'outside' is an answer: do"
              + " not guess in its stead.",
          "Seconds; up to two minutes without a formula.");

  private final Elucidator elucidator;

  /** Asks this model. */
  public ElucidateMoleculeTool(Elucidator elucidator) {
    super(DESCRIPTION, Request.class, Result.class, Effect.COMPUTE, Duration.ofMinutes(10));
    this.elucidator = elucidator;
  }

  /**
   * The spectra, and what else is known.
   *
   * @param file address of the content
   * @param text the content itself
   * @param name name of the file
   * @param entry identifier of the spectra in the file
   * @param formula of the molecule
   * @param atoms how many it has, hydrogens included
   * @param count candidates wanted
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
      @JsonPropertyDescription("Formula of the molecule, as in C5H8O2, where it is known.")
          @Bounds(min = 1, max = 100)
          Optional<String> formula,
      @JsonPropertyDescription("Atoms of the molecule with its hydrogens, where that is known.")
          @Bounds(min = 1, max = 1000)
          Optional<Integer> atoms,
      @JsonPropertyDescription("Candidates wanted; 10.") @Bounds(min = 1, max = MOST_COUNT)
          Optional<Integer> count) {
    public Request {
      HandedSpectra.requireOne(file, text);
    }
  }

  /**
   * The molecules that may have the spectra.
   *
   * @param id of the spectra
   * @param modalities which spectra there are: ir, raman, uv
   * @param outside why there is no answer
   * @param topProbability calibrated probability that the first candidate is right; 0 without one
   * @param candidates by falling probability
   * @param formulas that were looked at, likeliest first
   * @param considered constitutions compared with the spectra
   * @param complete whether all constitutions of the formulas were looked at
   * @param remarks what a careful reader should know
   * @param report address of all that a screen shows
   */
  public record Result(
      String id,
      List<String> modalities,
      Optional<String> outside,
      double topProbability,
      List<Row> candidates,
      List<String> formulas,
      int considered,
      boolean complete,
      List<String> remarks,
      String report) {}

  /**
   * A candidate.
   *
   * @param rank from 1
   * @param smiles its constitution
   * @param inchikey its standard InChIKey
   * @param formula in Hill's order
   * @param probability that it is the one
   * @param mismatch of its expected spectra, in standard deviations of the model: about 1 where it
   *     is the right one
   */
  public record Row(
      int rank,
      String smiles,
      String inchikey,
      String formula,
      double probability,
      double mismatch) {}

  @Override
  public Result run(Request request, ToolContext context) {
    UnknownMolecule unknown =
        HandedSpectra.pick(
                request.file(),
                request.text(),
                request.name(),
                request.entry(),
                context.artifacts())
            .withFormula(request.formula());
    context.checkCancelled();
    context.progress(0, 2, "comparing molecules");
    Elucidation elucidation =
        unknown.elucidate(
            elucidator,
            request.atoms().map(OptionalInt::of).orElseGet(OptionalInt::empty),
            request.count().orElse(USUAL_COUNT),
            PATIENCE);
    context.checkCancelled();
    context.progress(1, 2, "drawing");
    List<MoleculeSheet> sheets =
        elucidation.candidates().stream().map(c -> MoleculeSheet.of(c, elucidator)).toList();
    List<String> remarks = new ArrayList<>(unknown.remarks());
    remarks.addAll(elucidation.remarks());
    double top = Rounding.round(elucidation.topIsRight(), MoleculeSheet.PROBABILITY_DECIMALS);
    SpectralReport report =
        new SpectralReport(
            SpectralReport.KIND,
            unknown.id(),
            elucidation.outside(),
            elucidation.outside().isPresent() ? Optional.empty() : Optional.of(top),
            SpectralCurve.of(unknown.spectra()),
            sheets,
            remarks);
    return new Result(
        unknown.id(),
        unknown.modalities(),
        elucidation.outside(),
        top,
        rows(elucidation.candidates(), sheets),
        elucidation.formulas().stream().map(HillFormula::of).toList(),
        elucidation.considered(),
        elucidation.complete(),
        remarks,
        report.store(context.artifacts()));
  }

  private static List<Row> rows(List<MoleculeCandidate> candidates, List<MoleculeSheet> sheets) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      MoleculeSheet sheet = sheets.get(i);
      rows.add(
          new Row(
              i + 1,
              sheet.smiles(),
              sheet.inchikey(),
              sheet.formula(),
              sheet.probability().orElseThrow(),
              sheet.mismatch().orElseThrow()));
    }
    return rows;
  }
}
