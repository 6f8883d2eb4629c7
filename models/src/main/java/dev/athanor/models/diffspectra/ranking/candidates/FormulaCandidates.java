package dev.athanor.models.diffspectra.ranking.candidates;

import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.models.diffspectra.forward.Prediction;
import java.util.List;

/**
 * The likeliest constitutions of a formula, with the spectra expected of them.
 *
 * @param candidates by falling prior
 * @param looked how many constitutions there were to choose from
 * @param complete whether these were all that there are
 */
public record FormulaCandidates(List<Candidate> candidates, int looked, boolean complete) {
  /**
   * A constitution.
   *
   * @param graph the constitution
   * @param logPrior logarithm of its prior among those of the formula
   * @param expected what its spectra should be
   */
  public record Candidate(MolecularGraph graph, double logPrior, Prediction expected) {}

  public FormulaCandidates {
    candidates = List.copyOf(candidates);
  }
}
