package dev.athanor.models.privacy.parts;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import dev.athanor.models.learning.ParameterLayout;
import dev.athanor.models.privacy.transcription.Domain;

/** Makes vectors of numbers, by two hidden layers. */
final class VectorGenerator implements GeneratorNetwork {
  private static final int NOISE = 16;
  private static final int HIDDEN = 64;

  private final Domain domain;
  private final Perceptron network;

  VectorGenerator(Domain domain) {
    this.domain = domain;
    this.network =
        new Perceptron(NOISE + domain.classes(), HIDDEN, HIDDEN, domain.features().inputWidth());
  }

  @Override
  public ParameterLayout layout() {
    return network.layout();
  }

  @Override
  public int noiseWidth() {
    return NOISE;
  }

  @Override
  public NDArray inputs(NDArray parameters, NDArray noise, NDArray wanted) {
    return withinRange(network.of(parameters, noise.concat(wanted, 1)), domain);
  }

  static NDArray withinRange(NDArray values, Domain domain) {
    return Activation.sigmoid(values).mul(domain.highest() - domain.lowest()).add(domain.lowest());
  }
}
