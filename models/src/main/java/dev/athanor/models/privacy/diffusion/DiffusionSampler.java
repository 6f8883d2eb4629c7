package dev.athanor.models.privacy.diffusion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.learning.TorchEngine;
import java.util.random.RandomGenerator;

/**
 * Draws points by going from noise back to the clean, in fewer steps than the diffusion has: each
 * takes the denoiser's word for the clean point and puts it under less noise, most of it the noise
 * that the point has already, some of it new, as the process itself would have.
 *
 * @param levels of the diffusion
 * @param strides how many steps are taken
 * @see <a href="https://arxiv.org/abs/2010.02502">Song, Meng and Ermon, Denoising diffusion
 *     implicit models (2020), equations 12 and 16</a>
 */
public record DiffusionSampler(NoiseLevels levels, int strides) {
  public DiffusionSampler {
    if (strides < 1 || strides > levels.steps()) {
      throw new IllegalArgumentException("1 to " + levels.steps() + " strides: " + strides);
    }
  }

  /** Says what is clean. */
  @FunctionalInterface
  public interface Denoiser {
    /** Clean points, (n, dimensions), in the scope of the batch. */
    NDArray clean(NoisedBatch batch);
  }

  /**
   * Draws points.
   *
   * @param each of every label
   * @return label after label
   */
  public float[] draw(
      Denoiser denoiser, int each, int labels, int dimensions, RandomGenerator random) {
    int count = each * labels;
    float[] values = normal(count * dimensions, random);
    double[] signals = levels.signals();
    for (int stride = strides; stride > 0; stride--) {
      int now = (int) Math.round((double) stride * levels.steps() / strides);
      int next = (int) Math.round((stride - 1.0) * levels.steps() / strides);
      double a = signals[now];
      double s = Math.sqrt(1 - a * a);
      double nextA = signals[next];
      double nextS = Math.sqrt(1 - nextA * nextA);
      double fresh = nextS / s * Math.sqrt(Math.max(0, 1 - a * a / (nextA * nextA)));
      double kept = Math.sqrt(Math.max(0, nextS * nextS - fresh * fresh));
      try (NDManager scope = TorchEngine.newManager()) {
        NDArray points = scope.create(values, new Shape(count, dimensions));
        NDArray clean = denoiser.clean(NoisedBatch.at(points, labels, levels, now));
        NDArray noise = points.sub(clean.mul(a)).div(s);
        NDArray moved = clean.mul(nextA).add(noise.mul(kept));
        if (fresh > 0) {
          float[] drawn = normal(values.length, random);
          moved = moved.add(scope.create(drawn, moved.getShape()).mul(fresh));
        }
        values = moved.toFloatArray();
      }
    }
    return values;
  }

  private static float[] normal(int count, RandomGenerator random) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
