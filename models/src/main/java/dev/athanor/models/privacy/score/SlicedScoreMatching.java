package dev.athanor.models.privacy.score;

import ai.djl.ndarray.NDArray;
import java.util.function.Function;

/**
 * Sliced score matching: {@code J = E[v^T grad(v^T f(x)) + (v^T f(x))^2 / 2]} over directions
 * {@code v} with {@code E[v v^T] = 1}, which is least where {@code f} is the score; no density has
 * to be known. The derivative along the direction is a central difference, {@code v^T (f(x + h v) -
 * f(x - h v)) / (2 h)}, so that first derivatives suffice to learn.
 *
 * @see <a href="https://arxiv.org/abs/1905.07088">Song, Garg, Shi and Ermon, Sliced score matching
 *     (2019)</a>
 * @see <a href="https://arxiv.org/abs/2007.03317">Pang et al., Efficient learning of generative
 *     models via finite-difference score matching (2020)</a>
 */
public final class SlicedScoreMatching {
  /** h, in deviations of the blur. */
  private static final double STEP = 0.05;

  private SlicedScoreMatching() {}

  /**
   * The objective, each point counted by the square of its blur so that all blurs weigh alike.
   *
   * @param directions one for each point, (n, dimensions)
   * @param score of points at the same places of the question
   * @return one number
   */
  public static NDArray objective(
      ScoreQuestion question, NDArray directions, Function<ScoreQuestion, NDArray> score) {
    NDArray step = question.deviations().mul(STEP);
    NDArray moved = directions.mul(step);
    NDArray ahead = score.apply(question.at(question.points().add(moved)));
    NDArray behind = score.apply(question.at(question.points().sub(moved)));
    int[] columns = {1};
    NDArray curved = directions.mul(ahead.sub(behind)).sum(columns, true).div(step.mul(2));
    // both ends' mean differs from the middle by the square of the step, and costs nothing more
    NDArray along = directions.mul(ahead.add(behind)).sum(columns, true).div(2);
    return curved.add(along.square().div(2)).mul(question.deviations().square()).mean();
  }
}
