package dev.athanor.models.diffspectra.ranking.comparison;

import dev.athanor.models.diffspectra.ranking.candidates.FormulaCandidates;
import dev.athanor.models.diffspectra.ranking.candidates.FormulaGuess;
import dev.athanor.models.diffspectra.ranking.likelihood.Evidence;
import dev.athanor.models.diffspectra.ranking.likelihood.SpectralMetric;
import java.util.List;

/**
 * Compares spectra with the constitutions of some formulas, all in the coordinates of one metric.
 *
 * @param evidence what the spectra are
 * @param metric that of their blocks
 * @param calibration what likelihood and prior count
 */
public record Lineup(Evidence evidence, SpectralMetric metric, Calibration calibration) {
  /**
   * A formula with its constitutions.
   *
   * @param formula with the logarithm of its probability
   * @param found its constitutions
   * @param expected their whitened spectra
   */
  public record Offered(
      FormulaGuess.Guess formula, FormulaCandidates found, List<float[]> expected) {}

  /** A formula, ready for comparisons. */
  Offered offer(FormulaGuess.Guess formula, FormulaCandidates found) {
    return new Offered(formula, found, whitened(found));
  }

  /** Expected spectra in the metric's coordinates. */
  public List<float[]> whitened(FormulaCandidates found) {
    return found.candidates().stream().map(c -> metric.whiten(c.expected().latents())).toList();
  }

  /** The ranking under that one of several readings of the spectra that fits best. */
  public CandidateRanking best(List<Offered> formulas, List<float[]> readings) {
    CandidateRanking best = new CandidateRanking();
    for (float[] given : readings) {
      CandidateRanking ranking = new CandidateRanking();
      formulas.forEach(offered -> add(offered, given, ranking));
      if (best.size() == 0 || ranking.largest() > best.largest()) {
        best = ranking;
      }
    }
    return best;
  }

  /** Adds the constitutions of a formula, compared with whitened spectra, to a ranking. */
  public void add(Offered offered, float[] given, CandidateRanking ranking) {
    Calibration.Weights weights = calibration.weights(evidence);
    List<FormulaCandidates.Candidate> candidates = offered.found().candidates();
    for (int i = 0; i < candidates.size(); i++) {
      FormulaCandidates.Candidate candidate = candidates.get(i);
      double square = metric.square(given, offered.expected().get(i));
      double novelty = candidate.expected().novelty();
      ranking.add(
          candidate,
          weights.score(
              metric.logLikelihood(square, novelty, weights.freedom()),
              candidate.logPrior() + offered.formula().logProbability()),
          metric.mismatch(square, novelty));
    }
  }
}
