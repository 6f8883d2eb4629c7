package dev.athanor.models.privacy.diffusion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import dev.athanor.models.learning.ParameterLayout;
import dev.athanor.models.privacy.parts.Perceptron;
import java.util.Arrays;

/**
 * A small network that says which velocity a noised point has, given its step and label: {@code v =
 * f(x_t, waves of t, label)}. Predicting the velocity asks for numbers of one size at all steps.
 *
 * @see <a href="https://arxiv.org/abs/2202.00512">Salimans and Ho, Progressive distillation for
 *     fast sampling of diffusion models (2022), section 4</a>
 */
public final class DenoisingNetwork {
  private static final int WAVES = 6;
  private static final int LAYERS = 3;

  private final Perceptron layers;

  /**
   * A network of a size.
   *
   * @param hidden width of its hidden layers
   */
  public DenoisingNetwork(int dimensions, int labels, int hidden) {
    int[] widths = new int[LAYERS + 2];
    Arrays.fill(widths, hidden);
    widths[0] = dimensions + 2 * WAVES + labels;
    widths[LAYERS + 1] = dimensions;
    layers = new Perceptron(widths);
  }

  /** The numbers that it needs. */
  public ParameterLayout layout() {
    return layers.layout();
  }

  /** Velocities, (n, dimensions). */
  public NDArray velocity(NDArray parameters, NoisedBatch batch) {
    return layers.of(parameters, described(batch.points(), batch));
  }

  /** A point beside waves of its step, and its label: (n, dimensions + waves + labels). */
  static NDArray described(NDArray points, NoisedBatch batch) {
    NDList parts = new NDList(points);
    for (int wave = 0; wave < WAVES; wave++) {
      NDArray phase = batch.times().mul(Math.PI / 2 * (1 << wave));
      parts.add(phase.sin());
      parts.add(phase.cos());
    }
    parts.add(batch.labels());
    return NDArrays.concat(parts, 1);
  }

  /** Numbers of such a description. */
  static int describedWidth(int dimensions, int labels) {
    return dimensions + 2 * WAVES + labels;
  }
}
