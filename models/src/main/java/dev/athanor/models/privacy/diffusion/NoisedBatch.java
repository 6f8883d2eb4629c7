package dev.athanor.models.privacy.diffusion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.random.RandomGenerator;

/**
 * Points under noise, as many of each label, label after label.
 *
 * @param points {@code x_t}, (n, dimensions)
 * @param signals {@code a_t}, (n, 1)
 * @param noises {@code s_t}, (n, 1)
 * @param times t / T, (n, 1)
 * @param labels a 1 in the column of the label, (n, labels)
 */
public record NoisedBatch(
    NDArray points, NDArray signals, NDArray noises, NDArray times, NDArray labels) {
  /**
   * Points at one random step each.
   *
   * @param clean points of all labels, label after label, as many of each
   * @param labels how many labels there are
   */
  public static NoisedBatch at(
      NDManager scope,
      float[] clean,
      int dimensions,
      int labels,
      NoiseLevels levels,
      RandomGenerator random) {
    int count = clean.length / dimensions;
    double[] signals = levels.signals();
    float[] points = new float[clean.length];
    float[] left = new float[count];
    float[] added = new float[count];
    float[] times = new float[count];
    for (int i = 0; i < count; i++) {
      int step = 1 + random.nextInt(levels.steps());
      left[i] = (float) signals[step];
      added[i] = (float) Math.sqrt(1 - signals[step] * signals[step]);
      times[i] = (float) step / levels.steps();
      for (int j = i * dimensions; j < (i + 1) * dimensions; j++) {
        points[j] = (float) (left[i] * clean[j] + added[i] * random.nextGaussian());
      }
    }
    return new NoisedBatch(
        scope.create(points, new Shape(count, dimensions)),
        scope.create(left, new Shape(count, 1)),
        scope.create(added, new Shape(count, 1)),
        scope.create(times, new Shape(count, 1)),
        oneHot(scope, count, labels));
  }

  /**
   * Points that are all at the same step.
   *
   * @param step 1 to T
   */
  public static NoisedBatch at(NDArray points, int labels, NoiseLevels levels, int step) {
    NDManager scope = points.getManager();
    int count = (int) points.getShape().get(0);
    double signal = levels.signals()[step];
    Shape column = new Shape(count, 1);
    return new NoisedBatch(
        points,
        scope.full(column, (float) signal),
        scope.full(column, (float) Math.sqrt(1 - signal * signal)),
        scope.full(column, (float) step / levels.steps()),
        oneHot(scope, count, labels));
  }

  private static NDArray oneHot(NDManager scope, int count, int labels) {
    float[] values = new float[count * labels];
    for (int i = 0; i < count; i++) {
      values[i * labels + i / (count / labels)] = 1;
    }
    return scope.create(values, new Shape(count, labels));
  }

  /**
   * The clean points that a velocity speaks of, {@code x_0 = a x_t - s v}.
   *
   * @param velocity {@code v = a e - s x_0}
   */
  public NDArray clean(NDArray velocity) {
    return points.mul(signals).sub(velocity.mul(noises));
  }

  /** The velocity that clean points speak of, {@code v = (a x_t - x_0) / s}. */
  public NDArray velocity(NDArray clean) {
    return points.mul(signals).sub(clean).div(noises);
  }
}
