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

/** Predicts the probability that a crystal superconducts above 1 K. */
public final class ClassifySuperconductorTool
    implements Tool<CrystalsRequest, ClassifySuperconductorTool.Result> {
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
            specimens.usable(), model::superconductorProbability, context, "probabilities");
    List<Rejection> rejected = new ArrayList<>(specimens.rejected());
    rejected.addAll(batches.rejected());
    List<Candidate> candidates = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    int likely = 0;
    for (Map.Entry<Specimen, Estimate> entry : batches.estimates().entrySet()) {
      Candidate before = entry.getKey().candidate();
      Estimate estimate = Rounding.round(entry.getValue());
      candidates.add(before.withSuperconductor(estimate));
      rows.add(new Row(before.crystal(), before.formula(), estimate));
      likely += estimate.value() >= 0.5 ? 1 : 0;
    }
    return new Result(
        model.version(),
        CandidateSet.of(candidates).store(context.artifacts()),
        candidates.size(),
        likely,
        Rows.shown(rows),
        Rows.shown(rejected));
  }
}
