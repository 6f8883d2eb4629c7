package dev.athanor.models.diffspectra;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the model makes of the spectra.
 *
 * @param candidates by falling probability; empty where {@code outside} says why
 * @param topIsRight calibrated probability, 0 to 1, that the first candidate has the constitution
 *     of the molecule; 0 without candidates
 * @param formulas formulas that were looked at, by falling probability
 * @param considered how many constitutions were compared with the spectra
 * @param complete whether all constitutions of the formulas were looked at, within the rules of
 *     what is plausible; {@code false} where time or a bound ended it
 * @param outside why the model has no answer to this question, for a person; empty where it has one
 * @param remarks what a careful reader should know about the answer
 * @param took how long it took
 */
public record Elucidation(
    List<MoleculeCandidate> candidates,
    double topIsRight,
    List<String> formulas,
    int considered,
    boolean complete,
    Optional<String> outside,
    List<String> remarks,
    Duration took) {
  public Elucidation {
    candidates = List.copyOf(candidates);
    formulas = List.copyOf(formulas);
    remarks = List.copyOf(remarks);
    if (!(topIsRight >= 0 && topIsRight <= 1)) {
      throw new IllegalArgumentException("a probability of " + topIsRight);
    }
    if (candidates.isEmpty() != outside.isPresent()) {
      throw new IllegalArgumentException("either there are candidates or a reason why not");
    }
  }

  /** The answer to a question that the model does not reach. */
  public static Elucidation outside(String why, Duration took) {
    return new Elucidation(List.of(), 0, List.of(), 0, false, Optional.of(why), List.of(), took);
  }
}
