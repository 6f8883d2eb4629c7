package dev.athanor.models.privacy.score;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import dev.athanor.models.learning.ParameterLayout;
import dev.athanor.models.privacy.parts.Perceptron;

/**
 * Scores of blurred points, and a module that enhances them. With {@code q = s^2 + 1}, {@code s}
 * the deviation of the blur, for points whose deviation without blur is about 1:
 *
 * <p>{@code f(x) = -x / q + F(x / sqrt(q), log s, label) / (s sqrt(q))}; what a Gaussian would
 * have, and a network for the rest. The clean point that it speaks of is {@code c = x + s^2 f(x)}.
 * The residual module looks at point and clean point, and adds what is missing: {@code g(x) = f(x)
 * + R(x / sqrt(q), c, log s, label) / (s sqrt(q))}.
 */
public final class ScoreNetwork {
  private static final int LAYERS = 3;

  private final Perceptron base;
  private final Perceptron residual;

  /**
   * A network of a size.
   *
   * @param hidden width of its hidden layers
   */
  public ScoreNetwork(int dimensions, int labels, int hidden) {
    base = perceptron(dimensions + 1 + labels, hidden, dimensions);
    residual = perceptron(2 * dimensions + 1 + labels, hidden, dimensions);
  }

  private static Perceptron perceptron(int from, int hidden, int to) {
    int[] widths = new int[LAYERS + 1];
    for (int i = 1; i < LAYERS; i++) {
      widths[i] = hidden;
    }
    widths[0] = from;
    widths[LAYERS] = to;
    return new Perceptron(widths);
  }

  /** Numbers that the score needs. */
  public ParameterLayout layout() {
    return base.layout();
  }

  /** Numbers that the residual module needs. */
  public ParameterLayout residualLayout() {
    return residual.layout();
  }

  /** The score alone, (n, dimensions). */
  public NDArray score(NDArray parameters, ScoreQuestion question) {
    NDArray width = width(question);
    NDList seen =
        new NDList(question.points().div(width), question.deviations().log(), question.labels());
    return base.of(parameters, NDArrays.concat(seen, 1))
        .div(question.deviations().mul(width))
        .sub(question.points().div(width.square()));
  }

  /** What the residual module adds to a score, (n, dimensions). */
  public NDArray enhancement(NDArray parameters, NDArray score, ScoreQuestion question) {
    NDArray width = width(question);
    NDList seen =
        new NDList(
            question.points().div(width),
            clean(score, question),
            question.deviations().log(),
            question.labels());
    return residual.of(parameters, NDArrays.concat(seen, 1)).div(question.deviations().mul(width));
  }

  /** The clean points that a score speaks of, {@code x + s^2 f}. */
  public static NDArray clean(NDArray score, ScoreQuestion question) {
    return question.points().add(score.mul(question.deviations().square()));
  }

  private static NDArray width(ScoreQuestion question) {
    return question.deviations().square().add(1).sqrt();
  }
}
