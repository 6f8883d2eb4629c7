package dev.athanor.tools.property;

import dev.athanor.knowledge.phases.ReferencePhases;
import dev.athanor.matter.MatterException;
import dev.athanor.models.Estimate;
import dev.athanor.models.elements.AtomicModel;
import dev.athanor.models.elements.StabilityJudge;
import dev.athanor.models.elements.StabilityVerdict;
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
 * Formation energy and energy above the hull of the reference phases, both by the same model, and
 * whether that makes a crystal stable, as {@link StabilityJudge} decides.
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
              + " (eV/atom), stability (probability and verdict) and the competing phases; rejected"
              + " crystals with the reason.",
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
   * @param stable how many are called stable
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
      int stable,
      List<Row> rows,
      List<Rejection> rejected) {}

  /**
   * One crystal.
   *
   * @param crystal its address
   * @param formula its reduced formula
   * @param formationEnergy eV/atom
   * @param energyAboveHull eV/atom
   * @param stability whether it is stable, and how probably
   * @param decomposition what it competes with
   */
  public record Row(
      String crystal,
      String formula,
      Estimate formationEnergy,
      Estimate energyAboveHull,
      StabilityVerdict stability,
      List<DecompositionProduct> decomposition) {}

  @Override
  public Result run(CrystalsRequest request, ToolContext context) {
    Specimens specimens =
        Specimens.resolve(request.candidateSet(), request.crystals(), context.artifacts());
    Batches batches =
        Batches.estimate(specimens.usable(), model::formationEnergy, context, "formation energies");
    StabilityJudge judge = new StabilityJudge(phases.get().diagram());
    List<Rejection> rejected = new ArrayList<>(specimens.rejected());
    rejected.addAll(batches.rejected());
    List<Candidate> candidates = new ArrayList<>();
    for (Map.Entry<Specimen, Estimate> entry : batches.estimates().entrySet()) {
      context.checkCancelled();
      try {
        candidates.add(placed(entry.getKey(), entry.getValue(), judge));
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
        (int) candidates.stream().filter(c -> c.stability().orElseThrow().stable()).count(),
        Rows.shown(candidates.stream().map(PredictStabilityTool::row).toList()),
        Rows.shown(rejected));
  }

  private static Candidate placed(Specimen specimen, Estimate energy, StabilityJudge judge) {
    StabilityJudge.Judgement judgement = judge.judge(specimen.crystal().composition(), energy);
    List<DecompositionProduct> products =
        judgement.decomposition().shares().stream()
            .map(
                share ->
                    new DecompositionProduct(
                        share.entry().id(),
                        share.entry().composition().reducedFormula(),
                        Rounding.round(share.fraction(), 4)))
            .toList();
    return specimen
        .candidate()
        .withStability(
            Rounding.round(energy),
            Rounding.round(judgement.energyAboveHull()),
            Rounding.round(judgement.verdict()),
            products);
  }

  private static Row row(Candidate candidate) {
    return new Row(
        candidate.crystal(),
        candidate.formula(),
        candidate.formationEnergy().orElseThrow(),
        candidate.energyAboveHull().orElseThrow(),
        candidate.stability().orElseThrow(),
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
