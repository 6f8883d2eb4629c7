package dev.athanor.models.diffspectra.training;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How long a gradient may be, by how long the last ones were: one and a half times their mean plus
 * twice their standard deviation. A gradient beyond it counts as long as the bound in what follows.
 *
 * @see <a href="https://arxiv.org/abs/2203.17003">Hoogeboom et al. (2022), where it is used</a>
 */
final class GradientBound {
  private static final int REMEMBERED = 50;
  private static final int FEWEST = 5;

  private final double first;
  private final Deque<Double> norms = new ArrayDeque<>();

  /**
   * A bound without memory.
   *
   * @param first bound until enough gradients were seen
   */
  GradientBound(double first) {
    this.first = first;
  }

  /** The bound for the next gradient. */
  double next() {
    if (norms.size() < FEWEST) {
      return first;
    }
    double mean = norms.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double variance =
        norms.stream().mapToDouble(n -> (n - mean) * (n - mean)).average().orElseThrow();
    return 1.5 * mean + 2 * Math.sqrt(variance);
  }

  /** Remembers a gradient that was used; one that is not finite was not. */
  void saw(double norm) {
    if (!Double.isFinite(norm)) {
      return;
    }
    norms.addLast(Math.min(norm, next()));
    if (norms.size() > REMEMBERED) {
      norms.removeFirst();
    }
  }
}
