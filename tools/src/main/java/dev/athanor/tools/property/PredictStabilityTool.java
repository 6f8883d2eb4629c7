package dev.athanor.tools.property;

import dev.athanor.knowledge.phases.ReferencePhases;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.thermodynamics.Decomposition;
import dev.athanor.matter.thermodynamics.PhaseDiagram;
import dev.athanor.models.Estimate;
import dev.athanor.models.elements.AtomicModel;
import dev.athanor.tools.ToolContext;
import dev.athanor.tools.ToolDescription;
import dev.athanor.tools.candidate.Candidate;
import dev.athanor.tools.candidate.CandidateSet;
import dev.athanor.tools.candidate.DecompositionProduct;
import dev.athanor.tools.candidate.Rejection;
import dev.athanor.tools.candidate.Rounding;
import dev.athanor.tools.candidate.Rows;
import dev.athanor.tools.candidate.Specimen;
import dev.athanor.tools.candidate.Specimens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Formation energy and energy above the hull of the reference phases, both by the same model.
 *
 * <p>{@code e_hull = E - sum_i w_i E_i}; the deviation takes the errors of candidate and competing
 * compounds as independent and alike, {@code s_hull = s_E sqrt(1 + sum_i w_i^2)} over competitors
 * that are no elements. Errors of like compounds partly cancel, so that it is rather too large.
 */
public final class PredictStabilityTool extends CrystalTool<PredictStabilityTool.Result> {
  private static final ToolDescription DESCRIPTION =
      new ToolDescription(
          "predict_stability",
          "Predicts formation energy and energy above the convex hull of known phases.",
          "After generating, reading or relaxing crystals, before ranking them. Not for disordered"
              + " samples whose order matters.",
          "candidate_set: address of a set; or crystals: addresses. At most 2,000 together.",
          "candidate_set with the estimates added; rows with formation_energy, energy_above_hull"
              + " (eV/atom) and the competing phases; rejected crystals with the reason.",
          "Zero kelvin, no vibrations, no magnetism. Reference phases that are not known are not"
              + " competed with: a low value is necessary for stability, not sufficient.",
          "About a second for a hundred crystals.");

  private final AtomicModel model;
  private final Supplier<ReferencePhases> phases;

  /** Asks this model, and compares with these phases. */
  public PredictStabilityTool(AtomicModel model, Supplier<ReferencePhases> phases) {
    super(DESCRIPTION, Result.class);
    this.model = model;
    this.phases = phases;
  }

  /**
   * What became of the question.
   *
   * @param model version of the model
   * @param reference where the energies of the reference phases come from
   * @param candidateSet address of the set with the estimates added
   * @param count crystals estimated
   * @param belowHull how many of them lie at or below the hull
   * @param within50Mev how many lie at most 0.05 eV/atom above it
   * @param rows one for each crystal, the first 200
   * @param rejected crystals without an estimate
   */
  public record Result(
      String model,
      String reference,
      String candidateSet,
      int count,
      int belowHull,
      int within50Mev,
      List<Row> rows,
      List<Rejection> rejected) {}

  /**
   * One crystal.
   *
   * @param crystal its address
   * @param formula its reduced formula
   * @param formationEnergy eV/atom
   * @param energyAboveHull eV/atom
   * @param decomposition what it competes with
   */
  public record Row(
      String crystal,
      String formula,
      Estimate formationEnergy,
      Estimate energyAboveHull,
      List<DecompositionProduct> decomposition) {}

  @Override
  public Result run(CrystalsRequest request, ToolContext context) {
    Specimens specimens =
        Specimens.resolve(request.candidateSet(), request.crystals(), context.artifacts());
    Batches batches =
        Batches.estimate(specimens.usable(), model::formationEnergy, context, "formation energies");
    PhaseDiagram diagram = phases.get().diagram();
    List<Rejection> rejected = new ArrayList<>(specimens.rejected());
    rejected.addAll(batches.rejected());
    List<Candidate> candidates = new ArrayList<>();
    for (Map.Entry<Specimen, Estimate> entry : batches.estimates().entrySet()) {
      context.checkCancelled();
      try {
        candidates.add(placed(entry.getKey(), entry.getValue(), diagram));
      } catch (MatterException e) {
        rejected.add(Rejections.of(entry.getKey(), e));
      }
    }
    return new Result(
        model.version(),
        phases.get().energySource(),
        CandidateSet.of(candidates).store(context.artifacts()),
        candidates.size(),
        within(candidates, 0),
        within(candidates, 0.05),
        Rows.shown(candidates.stream().map(PredictStabilityTool::row).toList()),
        Rows.shown(rejected));
  }

  private static Candidate placed(Specimen specimen, Estimate energy, PhaseDiagram diagram) {
    Decomposition decomposition = diagram.decompose(specimen.crystal().composition());
    double squares =
        decomposition.shares().stream()
            .filter(share -> share.entry().composition().elements().size() > 1)
            .mapToDouble(share -> share.fraction() * share.fraction())
            .sum();
    Estimate aboveHull =
        new Estimate(
            energy.value() - decomposition.hullEnergy(),
            energy.unit(),
            energy.standardDeviation() * Math.sqrt(1 + squares),
            energy.applicability());
    List<DecompositionProduct> products =
        decomposition.shares().stream()
            .map(
                share ->
                    new DecompositionProduct(
                        share.entry().id(),
                        share.entry().composition().reducedFormula(),
                        Rounding.round(share.fraction(), 4)))
            .toList();
    return specimen
        .candidate()
        .withStability(Rounding.round(energy), Rounding.round(aboveHull), products);
  }

  private static Row row(Candidate candidate) {
    return new Row(
        candidate.crystal(),
        candidate.formula(),
        candidate.formationEnergy().orElseThrow(),
        candidate.energyAboveHull().orElseThrow(),
        candidate.decomposition());
  }

  private static int within(List<Candidate> candidates, double limit) {
    return (int)
        candidates.stream()
            .filter(c -> aboveHull(c).map(value -> value <= limit).orElse(false))
            .count();
  }

  private static Optional<Double> aboveHull(Candidate candidate) {
    return candidate.energyAboveHull().map(Estimate::value);
  }
}
