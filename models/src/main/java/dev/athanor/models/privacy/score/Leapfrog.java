package dev.athanor.models.privacy.score;

import ai.djl.ndarray.NDArray;
import java.util.function.UnaryOperator;

/**
 * Hamilton's equations {@code x' = p, p' = grad log density(x)} by the leapfrog scheme: half a
 * kick, a drift, half a kick. Keeps the energy {@code |p|^2 / 2 - log density(x)} up to the square
 * of the step, and can be run backwards.
 *
 * @param step of time
 * @param steps how many
 * @see <a href="https://arxiv.org/abs/1206.1901">Neal, MCMC using Hamiltonian dynamics (2011),
 *     section 2.3</a>
 */
public record Leapfrog(double step, int steps) {
  /**
   * Positions and momenta.
   *
   * @param positions (n, dimensions)
   * @param momenta (n, dimensions)
   */
  public record State(NDArray positions, NDArray momenta) {}

  /** Where points are after all steps. */
  public State run(State start, UnaryOperator<NDArray> force) {
    NDArray positions = start.positions();
    NDArray momenta = start.momenta().add(force.apply(positions).mul(step / 2));
    for (int i = 1; i <= steps; i++) {
      positions = positions.add(momenta.mul(step));
      momenta = momenta.add(force.apply(positions).mul(i == steps ? step / 2 : step));
    }
    return new State(positions, momenta);
  }
}
