package dev.athanor.tools.property;

import dev.athanor.models.Estimate;
import dev.athanor.models.elements.AtomicModel;
import dev.athanor.tools.ToolContext;
import dev.athanor.tools.ToolDescription;
import dev.athanor.tools.candidate.Candidate;
import dev.athanor.tools.candidate.Rejection;
import dev.athanor.tools.candidate.Rows;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Predicts the superconducting transition temperature of a crystal, if it superconducts at all. */
public final class PredictTcTool extends CrystalTool<PredictTcTool.Result> {
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
    super(DESCRIPTION, Result.class);
    this.model = model;
  }

  /**
   * What became of the question.
   *
   * @param model version of the model
   * @param candidateSet address of the set with the estimates added
   * @param count crystals estimated
   * @param highest the crystal with the highest temperature, where there is any
   * @param rows one for each crystal, the first 200
   * @param rejected crystals without an estimate
   */
  public record Result(
      String model,
      String candidateSet,
      int count,
      Optional<Row> highest,
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
  public Result run(CrystalsRequest request, ToolContext context) {
    Estimated estimated =
        Estimated.of(
            request,
            context,
            model::criticalTemperature,
            "transition temperatures",
            Candidate::withCriticalTemperature);
    return new Result(
        model.version(),
        estimated.stored(context),
        estimated.candidates().size(),
        highest(estimated),
        estimated.rows(PredictTcTool::row),
        Rows.shown(estimated.rejected()));
  }

  private static Optional<Row> highest(Estimated estimated) {
    return IntStream.range(0, estimated.candidates().size())
        .boxed()
        .max(Comparator.comparingDouble(i -> estimated.estimates().get(i).value()))
        .map(i -> row(estimated.candidates().get(i), estimated.estimates().get(i)));
  }

  private static Row row(Candidate candidate, Estimate estimate) {
    return new Row(candidate.crystal(), candidate.formula(), estimate);
  }
}
