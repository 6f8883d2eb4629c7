package dev.athanor.models.elements.heads;

import java.util.List;

/**
 * Composition descriptors on one scale, for kernels: statistics divided by their standard deviation
 * and by their number, fractions of the elements as they are.
 */
public final class KernelDescriptor {
  private static final int SIZE = CompositionDescriptor.SIZE;

  private final float[] mean;
  private final float[] scale;

  private KernelDescriptor(float[] mean, float[] scale) {
    this.mean = mean;
    this.scale = scale;
  }

  /** The scales of these descriptors; only their composition part is used. */
  public static KernelDescriptor fit(List<float[]> rows) {
    float[] mean = new float[SIZE];
    float[] scale = new float[SIZE];
    for (int f = 0; f < SIZE; f++) {
      double sum = 0;
      double squares = 0;
      for (float[] row : rows) {
        sum += row[f];
        squares += (double) row[f] * row[f];
      }
      double average = sum / rows.size();
      double deviation = Math.sqrt(Math.max(0, squares / rows.size() - average * average));
      boolean fraction = f >= CompositionDescriptor.STATISTICS_SIZE;
      mean[f] = fraction ? 0 : (float) average;
      scale[f] =
          fraction
              ? 1
              : (float)
                  (deviation > 1e-9 ? 1 / (deviation * CompositionDescriptor.STATISTICS_SIZE) : 0);
    }
    return new KernelDescriptor(mean, scale);
  }

  /** One descriptor on that scale. */
  public float[] of(float[] row) {
    float[] result = new float[SIZE];
    for (int f = 0; f < SIZE; f++) {
      result[f] = (row[f] - mean[f]) * scale[f];
    }
    return result;
  }
}
