package dev.athanor.tools.ranking;

import dev.athanor.models.Estimate;
import dev.athanor.tools.candidate.Candidate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The candidates that no other beats in both energy above hull (lower is better) and probable
 * temperature (higher is better: temperature times probability).
 */
final class ParetoFront {
  private ParetoFront() {}

  /** Addresses of the crystals on the front. */
  static Set<String> of(List<Candidate> candidates) {
    Set<String> front = new HashSet<>();
    double best = Double.NEGATIVE_INFINITY;
    double lastHull = Double.NaN;
    List<Candidate> sorted =
        candidates.stream()
            .filter(c -> c.energyAboveHull().isPresent())
            .sorted(
                Comparator.comparingDouble(ParetoFront::hull)
                    .thenComparing(Comparator.comparingDouble(ParetoFront::promise).reversed()))
            .toList();
    for (Candidate candidate : sorted) {
      double promise = promise(candidate);
      boolean twin = promise == best && hull(candidate) == lastHull;
      if (promise > best || twin) {
        front.add(candidate.crystal());
        best = promise;
        lastHull = hull(candidate);
      }
    }
    return front;
  }

  private static double hull(Candidate candidate) {
    return candidate.energyAboveHull().map(Estimate::value).orElse(Double.POSITIVE_INFINITY);
  }

  private static double promise(Candidate candidate) {
    return candidate.criticalTemperature().map(Estimate::value).orElse(0.0)
        * candidate.superconductor().map(Estimate::value).orElse(1.0);
  }
}
