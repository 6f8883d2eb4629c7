package dev.athanor.tools.property;

import dev.athanor.models.Estimate;
import dev.athanor.models.elements.AtomicModel;
import dev.athanor.tools.ToolContext;
import dev.athanor.tools.ToolDescription;
import dev.athanor.tools.candidate.Candidate;
import dev.athanor.tools.candidate.Rejection;
import dev.athanor.tools.candidate.Rows;
import java.util.List;

/** Predicts the probability that a crystal superconducts above 1 K. */
public final class ClassifySuperconductorTool
    extends CrystalTool<ClassifySuperconductorTool.Result> {
  private static final double LIKELY = 0.5;
  private static final ToolDescription DESCRIPTION =
      new ToolDescription(
          "classify_superconductor",
          "Predicts the probability that a crystal superconducts above 1 K.",
          "To sort out compounds that hardly superconduct at all, together with predict_tc. Not a measurement.",
          "candidate_set: address of a set; or crystals: addresses. At most 2,000 together.",
          "candidate_set with the estimates added; rows with superconductor (probability, unit 1).",
          "Learned from reported compounds: reports of failure are rare, so the probability is too high for kinds of compounds that nobody measures.",
          "About a second for a hundred crystals.");

  private final AtomicModel model;

  /** Asks this model. */
  public ClassifySuperconductorTool(AtomicModel model) {
    super(DESCRIPTION, Result.class);
    this.model = model;
  }

  /**
   * What became of the question.
   *
   * @param model version of the model
   * @param candidateSet address of the set with the estimates added
   * @param count crystals estimated
   * @param likely how many reach a probability of 0.5
   * @param rows one for each crystal, the first 200
   * @param rejected crystals without an estimate
   */
  public record Result(
      String model,
      String candidateSet,
      int count,
      int likely,
      List<Row> rows,
      List<Rejection> rejected) {}

  /**
   * One crystal.
   *
   * @param crystal its address
   * @param formula its reduced formula
   * @param superconductor the estimate
   */
  public record Row(String crystal, String formula, Estimate superconductor) {}

  @Override
  public Result run(CrystalsRequest request, ToolContext context) {
    Estimated estimated =
        Estimated.of(
            request,
            context,
            model::superconductorProbability,
            "probabilities",
            Candidate::withSuperconductor);
    int likely = (int) estimated.estimates().stream().filter(e -> e.value() >= LIKELY).count();
    return new Result(
        model.version(),
        estimated.stored(context),
        estimated.candidates().size(),
        likely,
        estimated.rows((c, estimate) -> new Row(c.crystal(), c.formula(), estimate)),
        Rows.shown(estimated.rejected()));
  }
}
