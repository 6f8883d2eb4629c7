package dev.athanor.models.privacy.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.accounting.GaussianMechanism;
import dev.athanor.models.privacy.mechanism.NoiseSource;

/**
 * The mean of private vectors, released under noise, and what it is for: vectors less their mean,
 * brought to length 1. Features of one kind of things have much in common; without it, descent is
 * slow in all other directions and every step costs privacy.
 *
 * <p>The sum of vectors no longer than 1 moves by at most 1 when a record is added or left out.
 * Their number is taken as known.
 */
public final class PrivateCentre {
  private static final int ROWS = 4096;
  private static final double TINY = 1e-6;

  /** Single precision must not carry a vector past length 1. */
  private static final double BELOW = 1 - 1e-5;

  private final float[] mean;

  private PrivateCentre(float[] mean) {
    this.mean = mean;
  }

  /**
   * Releases the mean.
   *
   * @param vectors (n, width), meant to be no longer than 1; a longer one counts as shortened
   * @param deviation of the noise on each number of the sum
   */
  public static PrivateCentre of(NDArray vectors, double deviation, NoiseSource noise) {
    int rows = (int) vectors.getShape().get(0);
    float[] mean;
    try (NDManager scope = vectors.getManager().newSubManager()) {
      NDArray inside = TorchEngine.within(scope, vectors);
      NDArray lengths = inside.square().sum(new int[] {1}, true).sqrt();
      NDArray factors = scope.create((float) BELOW).div(lengths.add(TINY)).minimum(1);
      mean = factors.transpose().matMul(inside).toFloatArray();
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (float) ((mean[i] + deviation * noise.gaussian()) / rows);
    }
    return new PrivateCentre(mean);
  }

  /** A mean that is public. */
  public static PrivateCentre known(float[] mean) {
    return new PrivateCentre(mean.clone());
  }

  /** What releasing it costs. */
  public static GaussianMechanism mechanism(double deviation) {
    return new GaussianMechanism(1, deviation, 1);
  }

  /** The mean, one number for each feature. */
  public float[] mean() {
    return mean.clone();
  }

  /**
   * Rows less the mean, brought to length 1. Gradients pass through.
   *
   * @param vectors (n, width)
   * @return the same shape, in the scope of {@code vectors}
   */
  public NDArray of(NDArray vectors) {
    NDArray centred = vectors.sub(vectors.getManager().create(mean));
    return centred.div(centred.square().sum(new int[] {1}, true).add(TINY * TINY).sqrt());
  }

  /** Replaces each row of {@code vectors} by its difference from the mean, brought to length 1. */
  public void applyTo(NDArray vectors) {
    long rows = vectors.getShape().get(0);
    for (long from = 0; from < rows; from += ROWS) {
      NDIndex part = new NDIndex("{}:{}", from, Math.min(rows, from + ROWS));
      try (NDManager scope = vectors.getManager().newSubManager()) {
        vectors.set(part, of(TorchEngine.within(scope, vectors.get(part))));
      }
    }
  }
}
