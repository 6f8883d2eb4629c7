package dev.athanor.tools.property;

import dev.athanor.models.Estimate;
import dev.athanor.models.elements.AtomicModel;
import dev.athanor.tools.Effect;
import dev.athanor.tools.Tool;
import dev.athanor.tools.ToolContext;
import dev.athanor.tools.ToolDescription;
import dev.athanor.tools.candidate.Candidate;
import dev.athanor.tools.candidate.CandidateSet;
import dev.athanor.tools.candidate.Rejection;
import dev.athanor.tools.candidate.Rounding;
import dev.athanor.tools.candidate.Rows;
import dev.athanor.tools.candidate.Specimen;
import dev.athanor.tools.candidate.Specimens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Predicts the superconducting transition temperature of a crystal, if it superconducts at all. */
public final class PredictTcTool implements Tool<CrystalsRequest, PredictTcTool.Result> {
  private static final ToolDescription DESCRIPTION =
      new ToolDescription(
          "predict_tc",
          "Predicts the superconducting transition temperature of a crystal, if it superconducts at all.",
          "Together with classify_superconductor, which says whether it does. Not for temperatures under pressure or in a field.",
          "candidate_set: address of a set; or crystals: addresses. At most 2,000 together.",
          "candidate_set with the estimates added; rows with critical_temperature (K).",
          "Learned from reported temperatures, most of them below 20 K; unconventional superconductors are predicted badly. The value presupposes that the compound superconducts.",
          "About a second for a hundred crystals.");

  private final AtomicModel model;

  /** Asks this model. */
  public PredictTcTool(AtomicModel model) {
    this.model = model;
  }

  /**
   * What became of the question.
   *
   * @param model version of the model
   * @param candidateSet address of the set with the estimates added
   * @param count crystals estimated
   * @param aboveFourKelvin how many are expected above 4 K
   * @param rows one for each crystal, the first 200
   * @param rejected crystals without an estimate
   */
  public record Result(
      String model,
      String candidateSet,
      int count,
      int aboveFourKelvin,
      List<Row> rows,
      List<Rejection> rejected) {}

  /**
   * One crystal.
   *
   * @param crystal its address
   * @param formula its reduced formula
   * @param criticalTemperature the estimate
   */
  public record Row(String crystal, String formula, Estimate criticalTemperature) {}

  @Override
  public ToolDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Class<CrystalsRequest> requestType() {
    return CrystalsRequest.class;
  }

  @Override
  public Class<Result> resultType() {
    return Result.class;
  }

  @Override
  public Effect effect() {
    return Effect.COMPUTE;
  }

  @Override
  public Duration timeLimit() {
    return Duration.ofMinutes(10);
  }

  @Override
  public Result run(CrystalsRequest request, ToolContext context) {
    Specimens specimens =
        Specimens.resolve(request.candidateSet(), request.crystals(), context.artifacts());
    Batches batches =
        Batches.estimate(
            specimens.usable(), model::criticalTemperature, context, "transition temperatures");
    List<Rejection> rejected = new ArrayList<>(specimens.rejected());
    rejected.addAll(batches.rejected());
    List<Candidate> candidates = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    int aboveFourKelvin = 0;
    for (Map.Entry<Specimen, Estimate> entry : batches.estimates().entrySet()) {
      Candidate before = entry.getKey().candidate();
      Estimate estimate = Rounding.round(entry.getValue());
      candidates.add(before.withCriticalTemperature(estimate));
      rows.add(new Row(before.crystal(), before.formula(), estimate));
      aboveFourKelvin += estimate.value() > 4 ? 1 : 0;
    }
    return new Result(
        model.version(),
        CandidateSet.of(candidates).store(context.artifacts()),
        candidates.size(),
        aboveFourKelvin,
        Rows.shown(rows),
        Rows.shown(rejected));
  }
}
