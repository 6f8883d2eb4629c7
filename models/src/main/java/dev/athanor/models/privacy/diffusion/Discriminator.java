package dev.athanor.models.privacy.diffusion;

import ai.djl.ndarray.NDArray;
import dev.athanor.models.learning.ParameterLayout;
import dev.athanor.models.privacy.parts.Perceptron;

/** Tells a teacher's velocities from a student's: {@code D(v, t, label)}, a logit. */
public final class Discriminator {
  private final Perceptron layers;

  /**
   * One of a size.
   *
   * @param hidden width of its hidden layers
   */
  public Discriminator(int dimensions, int labels, int hidden) {
    layers = new Perceptron(DenoisingNetwork.describedWidth(dimensions, labels), hidden, hidden, 1);
  }

  /** The numbers that it needs. */
  public ParameterLayout layout() {
    return layers.layout();
  }

  /** How likely velocities are the teacher's, as a logit: (n, 1). */
  public NDArray logit(NDArray parameters, NDArray velocity, NoisedBatch batch) {
    return layers.of(parameters, DenoisingNetwork.described(velocity, batch));
  }

  /** {@code -log sigmoid(logit)}, without overflow. */
  public static NDArray surprise(NDArray logit) {
    return logit.neg().maximum(0).add(logit.abs().neg().exp().add(1).log());
  }
}
