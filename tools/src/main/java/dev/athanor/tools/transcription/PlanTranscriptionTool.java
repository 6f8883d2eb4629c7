package dev.athanor.tools.transcription;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.transcription.Assurance;
import dev.athanor.models.privacy.transcription.MethodName;
import dev.athanor.tools.Bounds;
import dev.athanor.tools.DescribedTool;
import dev.athanor.tools.Effect;
import dev.athanor.tools.ToolContext;
import dev.athanor.tools.ToolDescription;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Says what a private transcription would release and spend. Spends nothing. */
public final class PlanTranscriptionTool
    extends DescribedTool<PlanTranscriptionTool.Request, PlanTranscriptionTool.Result> {
  /** Delta where none is asked for. */
  static final double USUAL_DELTA = 1e-5;

  private static final ToolDescription DESCRIPTION =
      new ToolDescription(
          "plan_transcription",
          "Says what a private transcription of a registered data set would release and spend.",
          "Before transcribe_model, always, and to tell what is left of a data set's budget. Not for"
              + " files that the user uploads: private records stay where a person registered them.",
          "dataset: name of a registered data set; method; epsilon (1 strong, 10 weak); optionally"
              + " delta.",
          "records, mechanisms with their price, epsilon that holds for records beside what the"
              + " method's paper would claim, budget, spent before and after, covered.",
          "No record is shown or described, by anyone, to anyone. covered false means that"
              + " transcribe_model would be refused.",
          "Seconds.");

  private final PrivateDesk desk;

  /** Over these data sets and this ledger. */
  public PlanTranscriptionTool(PrivateDesk desk) {
    super(DESCRIPTION, Request.class, Result.class, Effect.READ, Duration.ofMinutes(5));
    this.desk = desk;
  }

  /**
   * What would be transcribed.
   *
   * @param dataset a registered name
   * @param method one of the five
   * @param epsilon largest epsilon
   * @param delta of it
   */
  public record Request(
      @JsonPropertyDescription("Name of a registered data set.") @Bounds(min = 1, max = 120)
          String dataset,
      @JsonPropertyDescription("Method of transcription.") MethodName method,
      @JsonPropertyDescription("Largest epsilon for every record; 1 is strong, 10 weak.")
          @Bounds(min = TranscriptionOrder.LEAST_EPSILON, max = TranscriptionOrder.MOST_EPSILON)
          double epsilon,
      @JsonPropertyDescription("Probability with which the promise may fail; 0.00001.")
          @Bounds(min = TranscriptionOrder.LEAST_DELTA, max = TranscriptionOrder.MOST_DELTA)
          Optional<Double> delta) {
    TranscriptionOrder order() {
      return new TranscriptionOrder(
          dataset,
          method,
          new PrivacyGuarantee(epsilon, delta.orElse(USUAL_DELTA)),
          Assurance.RECORD);
    }
  }

  /**
   * What it would release and spend.
   *
   * @param dataset its name
   * @param about what its keeper says of it
   * @param records how many
   * @param target what the model would tell
   * @param labels what it would tell apart
   * @param guarantee in one sentence
   * @param epsilon that would hold for every record
   * @param delta of it
   * @param epsilonPaper what the paper would claim
   * @param paperCaveat why that is, or is not, a guarantee for records
   * @param mechanisms all that would touch records
   * @param budgetEpsilon of the data set, or what it would be set to
   * @param budgetDelta of the budget
   * @param budgetIsNew whether it would be set by this release, once and for all
   * @param spent epsilon so far
   * @param spentAfter with this release
   * @param covered whether the budget covers it
   */
  public record Result(
      String dataset,
      String about,
      int records,
      String target,
      List<String> labels,
      String guarantee,
      double epsilon,
      double delta,
      double epsilonPaper,
      String paperCaveat,
      List<MechanismLine> mechanisms,
      double budgetEpsilon,
      double budgetDelta,
      boolean budgetIsNew,
      double spent,
      double spentAfter,
      boolean covered) {}

  @Override
  public Result run(Request request, ToolContext context) {
    context.checkCancelled();
    RegisteredDatasets.Dataset dataset = desk.datasets().get().find(request.dataset());
    int records = desk.read(dataset).records().size();
    TranscriptionProposal proposal =
        desk.transcriptions()
            .get()
            .propose(request.order(), dataset.declaration().domain(), records, Optional.empty());
    Promise promise = Promise.of(proposal.plan(), records);
    return new Result(
        dataset.name(),
        dataset.about(),
        records,
        dataset.declaration().target().column(),
        dataset.declaration().target().labels(),
        promise.sentence(),
        promise.epsilon().orElseThrow(),
        promise.delta(),
        promise.paperEpsilon(),
        promise.paperCaveat(),
        proposal.plan().mechanisms().stream()
            .map(mechanism -> MechanismLine.of(mechanism, promise.delta()))
            .toList(),
        proposal.budget().limit().epsilon(),
        proposal.budget().limit().delta(),
        proposal.budgetIsNew(),
        proposal.spent(),
        proposal.spentAfter(),
        proposal.covered());
  }
}
