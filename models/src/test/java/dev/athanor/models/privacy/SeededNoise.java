package dev.athanor.models.privacy;

import dev.athanor.models.privacy.mechanism.NoiseSource;
import java.util.Random;

/** Noise that a test can draw again. Exists in tests alone, and must stay there. */
public final class SeededNoise implements NoiseSource {
  private final Random random;

  public SeededNoise(long seed) {
    random = new Random(seed);
  }

  @Override
  public double gaussian() {
    return random.nextGaussian();
  }

  @Override
  public double uniform() {
    return random.nextDouble();
  }
}
