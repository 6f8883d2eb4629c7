package dev.athanor.tools.ranking;

import dev.athanor.models.Estimate;
import dev.athanor.tools.candidate.Candidate;
import dev.athanor.tools.candidate.RelaxationNote.Status;

/**
 * What a candidate is worth: the kelvin that it may be expected to lie above the target, counted
 * only as far as it is likely to be stable and to superconduct.
 *
 * <p>{@code score = P(e_hull <= limit) P(superconducts) EI}, {@code EI = (m - t) Phi(z) + s
 * phi(z)}, {@code z = (m - t) / s}; m and s of the predicted temperature, t the target, K. Without
 * a temperature EI is 1, without a probability P is 1; where the relaxation did not converge the
 * score is halved.
 *
 * @see <a href="https://doi.org/10.1023/A:1008306431147">Jones et al., J. Glob. Optim. 13, 455
 *     (1998): expected improvement</a>
 */
final class Score {
  private static final double NOT_CONVERGED = 0.5;

  private Score() {}

  static double of(Candidate candidate, double hullLimit, double target) {
    double score =
        candidate.energyAboveHull().map(e -> probabilityBelow(e, hullLimit)).orElse(0.0)
            * candidate.superconductor().map(e -> Math.max(0, Math.min(1, e.value()))).orElse(1.0)
            * candidate.criticalTemperature().map(e -> improvement(e, target)).orElse(1.0);
    boolean moved =
        candidate.relaxation().map(note -> note.status() == Status.NOT_CONVERGED).orElse(false);
    return moved ? NOT_CONVERGED * score : score;
  }

  static double probabilityBelow(Estimate estimate, double limit) {
    return estimate.standardDeviation() > 0
        ? Normal.cumulative((limit - estimate.value()) / estimate.standardDeviation())
        : estimate.value() <= limit ? 1 : 0;
  }

  static double improvement(Estimate estimate, double target) {
    double gain = estimate.value() - target;
    double deviation = estimate.standardDeviation();
    if (!(deviation > 0)) {
      return Math.max(0, gain);
    }
    double z = gain / deviation;
    return gain * Normal.cumulative(z) + deviation * Normal.density(z);
  }
}
