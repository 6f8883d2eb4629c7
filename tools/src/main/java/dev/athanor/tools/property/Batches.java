package dev.athanor.tools.property;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.models.Estimate;
import dev.athanor.tools.ToolContext;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import dev.athanor.tools.candidate.Rejection;
import dev.athanor.tools.candidate.Specimen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Estimates for many specimens, batch by batch: progress is told and cancelling heard in between.
 * Where a batch fails its crystals are asked about one by one, so that one bad crystal costs only
 * itself.
 *
 * @param estimates by specimen, in order
 * @param rejected specimens that the model could not handle
 */
record Batches(Map<Specimen, Estimate> estimates, List<Rejection> rejected) {
  private static final int SIZE = 128;

  static Batches estimate(
      List<Specimen> specimens,
      Function<List<Crystal>, List<Estimate>> model,
      ToolContext context,
      String what) {
    Map<Specimen, Estimate> estimates = new LinkedHashMap<>();
    List<Rejection> rejected = new ArrayList<>();
    for (int start = 0; start < specimens.size(); start += SIZE) {
      context.checkCancelled();
      List<Specimen> batch = specimens.subList(start, Math.min(specimens.size(), start + SIZE));
      answer(batch, model, estimates, rejected);
      context.progress(start + batch.size(), specimens.size(), what);
    }
    return new Batches(estimates, rejected);
  }

  private static void answer(
      List<Specimen> batch,
      Function<List<Crystal>, List<Estimate>> model,
      Map<Specimen, Estimate> estimates,
      List<Rejection> rejected) {
    try {
      List<Estimate> answers = model.apply(batch.stream().map(Specimen::crystal).toList());
      if (answers.size() != batch.size()) {
        throw new ToolException(
            ToolErrors.INTERNAL, "the model left crystals unanswered", "report this as a defect");
      }
      for (int i = 0; i < batch.size(); i++) {
        estimates.put(batch.get(i), answers.get(i));
      }
    } catch (ToolException e) {
      throw e;
    } catch (RuntimeException e) {
      if (batch.size() > 1) {
        batch.forEach(one -> answer(List.of(one), model, estimates, rejected));
      } else {
        rejected.add(Rejections.of(batch.get(0), e));
      }
    }
  }
}
