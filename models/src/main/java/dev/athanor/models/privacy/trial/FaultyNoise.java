package dev.athanor.models.privacy.trial;

import dev.athanor.models.privacy.mechanism.NoiseSource;

/** A source whose noise is as a fault makes it; coins fall as they should. */
final class FaultyNoise implements NoiseSource {
  private final NoiseSource honest;
  private final Fault fault;
  private final double left;
  private double once;

  /**
   * A faulty source.
   *
   * @param left share of the noise that is left under {@link Fault#NOISE}
   */
  FaultyNoise(NoiseSource honest, Fault fault, double left) {
    this.left = left;
    this.honest = honest;
    this.fault = fault;
    this.once = honest.gaussian();
  }

  /** To be called before each run: what is used again is used again within a run. */
  void begin() {
    once = honest.gaussian();
  }

  @Override
  public double gaussian() {
    return switch (fault) {
      case NONE, CLIPPING -> honest.gaussian();
      case NOISE -> left * honest.gaussian();
      case REUSE -> once;
    };
  }

  @Override
  public double uniform() {
    return honest.uniform();
  }

  @Override
  public double laplace() {
    return switch (fault) {
      case NONE, CLIPPING -> honest.laplace();
      case NOISE -> left * honest.laplace();
      case REUSE -> once;
    };
  }
}
