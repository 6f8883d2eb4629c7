package dev.athanor.tools.transcription;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.athanor.models.privacy.trial.Fault;
import dev.athanor.tools.Bounds;
import dev.athanor.tools.DescribedTool;
import dev.athanor.tools.Effect;
import dev.athanor.tools.ToolContext;
import dev.athanor.tools.ToolDescription;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Attacks the mechanisms on made-up records, and shows what a data set has spent. Never touches a
 * private record.
 */
public final class AuditPrivacyTool
    extends DescribedTool<AuditPrivacyTool.Request, AuditPrivacyTool.Result> {
  private static final int RUNS = 400;
  private static final int REMEMBERED = 64;
  private static final ToolDescription DESCRIPTION =
      new ToolDescription(
          "audit_privacy",
          "Attacks the privacy mechanisms as they are built, and shows what a data set has spent.",
          "When the user asks whether the privacy of a transcription can be trusted, or what is left"
              + " of a data set's budget.",
          "optionally dataset: name in the ledger; optionally epsilon of the claim, 1.",
          "audits: claim and the epsilon that an attack found at least, refuted where the claim is"
              + " shown to be false; ledger: budget, spent, remaining and releases, where dataset"
              + " was released before.",
          "An audit can refute a claim and confirms none. It runs on made-up records.",
          "Seconds.");

  private final PrivateDesk desk;

  /** Noise differs from run to run; a call that is repeated is the same call. */
  private final Map<String, Result> remembered =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Result> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Over this ledger. */
  public AuditPrivacyTool(PrivateDesk desk) {
    super(DESCRIPTION, Request.class, Result.class, Effect.COMPUTE, Duration.ofMinutes(5));
    this.desk = desk;
  }

  /**
   * What is asked.
   *
   * @param dataset whose ledger is wanted
   * @param epsilon of the claim that is attacked
   */
  public record Request(
      @JsonPropertyDescription("Name of a data set in the ledger.") @Bounds(min = 1, max = 120)
          Optional<String> dataset,
      @JsonPropertyDescription("Epsilon of the claim that is attacked; 1.")
          @Bounds(min = TranscriptionOrder.LEAST_EPSILON, max = TranscriptionOrder.MOST_EPSILON)
          Optional<Double> epsilon) {}

  /**
   * What was found.
   *
   * @param audits of the mechanisms
   * @param refuted whether any claim is shown to be false
   * @param ledger of the data set; absent where nothing was released of it
   */
  public record Result(List<AuditLine> audits, boolean refuted, Optional<LedgerSheet> ledger) {}

  @Override
  public Result run(Request request, ToolContext context) {
    context.checkCancelled();
    String call = context.callId() + " " + request;
    synchronized (remembered) {
      Result before = remembered.get(call);
      if (before != null) {
        return before;
      }
    }
    Optional<LedgerSheet> ledger =
        request.dataset().flatMap(name -> desk.transcriptions().get().sheet(name));
    List<AuditLine> audits =
        Audits.of(
            Audits.shipped(request.epsilon().orElse(1.0), PlanTranscriptionTool.USUAL_DELTA),
            PlanTranscriptionTool.USUAL_DELTA,
            RUNS,
            Fault.NONE,
            context::checkCancelled);
    Result result = new Result(audits, audits.stream().anyMatch(AuditLine::refuted), ledger);
    synchronized (remembered) {
      remembered.put(call, result);
    }
    return result;
  }
}
