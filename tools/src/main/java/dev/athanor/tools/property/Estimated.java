package dev.athanor.tools.property;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.models.Estimate;
import dev.athanor.tools.ToolContext;
import dev.athanor.tools.candidate.Candidate;
import dev.athanor.tools.candidate.CandidateSet;
import dev.athanor.tools.candidate.Rejection;
import dev.athanor.tools.candidate.Rounding;
import dev.athanor.tools.candidate.Rows;
import dev.athanor.tools.candidate.Specimen;
import dev.athanor.tools.candidate.Specimens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Crystals with one more estimate each.
 *
 * @param candidates the crystals, the estimate among theirs
 * @param estimates the estimates, rounded, in the same order
 * @param rejected crystals without one
 */
record Estimated(List<Candidate> candidates, List<Estimate> estimates, List<Rejection> rejected) {
  /**
   * Asks a model about the crystals of a request.
   *
   * @param words what is estimated, in the plural, for the progress line
   * @param adding puts the estimate where it belongs
   */
  static Estimated of(
      CrystalsRequest request,
      ToolContext context,
      Function<List<Crystal>, List<Estimate>> model,
      String words,
      BiFunction<Candidate, Estimate, Candidate> adding) {
    Specimens specimens =
        Specimens.resolve(request.candidateSet(), request.crystals(), context.artifacts());
    Batches batches = Batches.estimate(specimens.usable(), model, context, words);
    List<Rejection> rejected = new ArrayList<>(specimens.rejected());
    rejected.addAll(batches.rejected());
    List<Candidate> candidates = new ArrayList<>();
    List<Estimate> estimates = new ArrayList<>();
    for (Map.Entry<Specimen, Estimate> entry : batches.estimates().entrySet()) {
      Estimate estimate = Rounding.round(entry.getValue());
      candidates.add(adding.apply(entry.getKey().candidate(), estimate));
      estimates.add(estimate);
    }
    return new Estimated(candidates, estimates, rejected);
  }

  /** Address of the set of candidates, stored. */
  String stored(ToolContext context) {
    return CandidateSet.of(candidates).store(context.artifacts());
  }

  /** A row for each crystal, as many as are shown. */
  <T> List<T> rows(BiFunction<Candidate, Estimate, T> row) {
    List<T> rows = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      rows.add(row.apply(candidates.get(i), estimates.get(i)));
    }
    return Rows.shown(rows);
  }
}
