package dev.athanor.models.privacy.density;

import ai.djl.ndarray.NDArray;
import dev.athanor.models.privacy.mechanism.NoiseSource;
import org.ejml.data.DMatrixRMaj;

/**
 * Sums over records under Gaussian noise. Whoever asks for a sum sees to it that no record's part
 * is longer than 1 and that the deviation is what the mechanism was priced at.
 */
class NoisySums {
  /** Single precision must not carry a row past its bound. */
  private static final double BELOW = 1 - 1e-5;

  private static final double TINY = 1e-12;

  private final NoiseSource noise;

  NoisySums(NoiseSource noise) {
    this.noise = noise;
  }

  /** Rows shortened to length 1 where they are longer. */
  static NDArray clipped(NDArray rows) {
    NDArray lengths = rows.square().sum(new int[] {1}, true).add(TINY).sqrt();
    return rows.mul(lengths.getManager().create((float) BELOW).div(lengths).minimum(1));
  }

  /** A number under noise; deviation 0 leaves it as it is. */
  double noised(double sum, double deviation) {
    return deviation > 0 ? sum + deviation * noise.gaussian() : sum;
  }

  /** The sum of rows, each number under noise. */
  double[] sum(NDArray rows, double deviation) {
    return noised(rows.sum(new int[] {0}).toFloatArray(), deviation);
  }

  double[] noised(float[] sums, double deviation) {
    double[] result = new double[sums.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = noised(sums[i], deviation);
    }
    return result;
  }

  /**
   * The sum of {@code z z^T} over rows {@code z}. As a vector it is the diagonal and the entries
   * above it times the square root of 2, whose length is {@code |z|^2}; so the noise of entries off
   * the diagonal is smaller by that root.
   */
  DMatrixRMaj secondMoment(NDArray rows, double deviation) {
    int size = (int) rows.getShape().get(1);
    float[] products = rows.transpose().matMul(rows).toFloatArray();
    DMatrixRMaj result = new DMatrixRMaj(size, size);
    for (int i = 0; i < size; i++) {
      for (int j = i; j < size; j++) {
        double value =
            noised(products[i * size + j], i == j ? deviation : deviation / Math.sqrt(2));
        result.unsafe_set(i, j, value);
        result.unsafe_set(j, i, value);
      }
    }
    return result;
  }
}
