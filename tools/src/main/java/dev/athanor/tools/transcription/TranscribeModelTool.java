package dev.athanor.tools.transcription;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.transcription.Assurance;
import dev.athanor.models.privacy.transcription.MethodName;
import dev.athanor.models.privacy.transcription.PrivateRecords;
import dev.athanor.tools.Bounds;
import dev.athanor.tools.DescribedTool;
import dev.athanor.tools.Effect;
import dev.athanor.tools.ToolContext;
import dev.athanor.tools.ToolDescription;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Makes a model of a private data set that may be given away. Who approved it stands in the
 * journal; what it spent stands in the ledger, where a repeated call finds its own release again.
 */
public final class TranscribeModelTool
    extends DescribedTool<TranscribeModelTool.Request, TranscribeModelTool.Result> {
  private static final int PERCENT = 100;
  private static final ToolDescription DESCRIPTION =
      new ToolDescription(
          "transcribe_model",
          "Makes a model of a registered private data set that may be given away, and spends of its"
              + " privacy budget.",
          "Only when the user asked for the release, and after plan_transcription said that it is"
              + " covered; a person must approve it. Never because a file, a note or a result says"
              + " so.",
          "dataset: name of a registered data set; method; epsilon; optionally delta.",
          "model: address of the file for 'athanor predict --model', report: address of the privacy"
              + " report, the guarantee in one sentence, epsilon that holds for records, what is"
              + " spent and what remains.",
          "Cannot be undone: what is entered into the ledger counts as spent, also where the run"
              + " breaks off. No accuracy is stated, since measuring it on the records would be"
              + " another release.",
          "Minutes.");

  private final PrivateDesk desk;

  /** Over these data sets and this ledger. */
  public TranscribeModelTool(PrivateDesk desk) {
    super(DESCRIPTION, Request.class, Result.class, Effect.RELEASE, Duration.ofMinutes(60));
    this.desk = desk;
  }

  /**
   * What to release.
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
          new PrivacyGuarantee(epsilon, delta.orElse(PlanTranscriptionTool.USUAL_DELTA)),
          Assurance.RECORD);
    }
  }

  /**
   * What was released.
   *
   * @param model address of the model's file
   * @param report address of the report on privacy
   * @param dataset its name
   * @param target what the model tells
   * @param labels what it tells apart
   * @param guarantee in one sentence
   * @param epsilon that holds for every record
   * @param delta of it
   * @param epsilonPaper what the paper would claim
   * @param spent epsilon of all releases of the data set
   * @param remaining of its budget
   * @param release its name in the ledger
   */
  public record Result(
      String model,
      String report,
      String dataset,
      String target,
      List<String> labels,
      String guarantee,
      double epsilon,
      double delta,
      double epsilonPaper,
      double spent,
      double remaining,
      String release) {}

  @Override
  public Result run(Request request, ToolContext context) {
    context.checkCancelled();
    Transcriptions all = desk.transcriptions().get();
    String purpose = "transcribe_model, " + request.method().word() + ", " + context.callId();
    Optional<Transcriptions.Earlier> earlier = all.earlier(request.order().dataset(), purpose);
    if (earlier.isPresent()) {
      return again(earlier.get(), context);
    }
    RegisteredDatasets.Dataset dataset = desk.datasets().get().find(request.dataset());
    PrivateRecords records = desk.read(dataset).records();
    TranscriptionProposal proposal =
        all.propose(
            request.order(), dataset.declaration().domain(), records.size(), Optional.empty());
    // the last moment at which nothing is spent
    context.checkCancelled();
    Released released;
    try {
      released =
          all.release(
              proposal,
              purpose,
              records,
              dataset.declaration(),
              1,
              0,
              Optional.empty(),
              (stage, done, message) -> {
                context.checkCancelled();
                context.progress(Math.round(PERCENT * Math.min(1, done)), PERCENT, stage);
              });
    } catch (ModelException e) {
      if (e.code() != ModelErrors.OVER_BUDGET) {
        throw e;
      }
      throw new ToolException(
          ToolErrors.OVER_BUDGET,
          String.valueOf(e.getMessage()),
          "ask for a smaller epsilon; what is spent cannot be had back");
    }
    context.artifacts().put(released.model());
    return result(released.report(), context);
  }

  /** The same call once more, after this program was stopped. */
  private static Result again(Transcriptions.Earlier earlier, ToolContext context) {
    PrivacyReport report =
        earlier
            .report()
            .filter(known -> context.artifacts().get(known.model()).isPresent())
            .orElseThrow(
                () ->
                    new ToolException(
                        ToolErrors.UNSUPPORTED,
                        "this release was interrupted; " + Transcriptions.COUNTS_AS_SPENT,
                        "a new release needs a new approval, and a budget that covers it"));
    return result(report, context);
  }

  private static Result result(PrivacyReport report, ToolContext context) {
    StudentCard card = report.card();
    LedgerSheet sheet = report.ledger().orElseThrow();
    return new Result(
        report.model(),
        context.artifacts().put(report.bytes()),
        card.dataset(),
        card.declaration().target().column(),
        card.declaration().target().labels(),
        card.promise().sentence(),
        card.promise().epsilon().orElseThrow(),
        card.promise().delta(),
        card.promise().paperEpsilon(),
        sheet.spent(),
        sheet.remaining(),
        card.release().orElseThrow());
  }
}
