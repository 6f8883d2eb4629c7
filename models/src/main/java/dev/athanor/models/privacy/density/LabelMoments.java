package dev.athanor.models.privacy.density;

import ai.djl.ndarray.NDArray;
import org.ejml.data.DMatrixRMaj;

/**
 * What was released of the records of one label.
 *
 * @param count of them, at least 1
 * @param mean of their latents
 * @param secondMoment mean of {@code y y^T}
 */
@SuppressWarnings("ArrayRecordComponent") // passed on within a computation, never compared
record LabelMoments(double count, double[] mean, DMatrixRMaj secondMoment) {
  /** Weights of count, sum and products in the vector of a record; their squares add to 1. */
  private static final double OF_COUNT = Math.sqrt(0.03);

  private static final double OF_SUM = Math.sqrt(0.12);
  private static final double OF_PRODUCTS = Math.sqrt(0.85);

  /**
   * Releases the moments of rows.
   *
   * @param rows (n, dimensions), none longer than 1
   * @param deviation of the noise on the vector of all three
   */
  static LabelMoments of(NDArray rows, NoisySums sums, double deviation) {
    double counted = sums.noised((double) rows.getShape().get(0), deviation / OF_COUNT);
    double count = Math.max(counted, Math.max(1, deviation / OF_COUNT));
    double[] mean = sums.sum(rows, deviation / OF_SUM);
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= count;
    }
    DMatrixRMaj products = sums.secondMoment(rows, deviation / OF_PRODUCTS);
    for (int i = 0; i < products.data.length; i++) {
      products.data[i] /= count;
    }
    return new LabelMoments(count, mean, products);
  }

  /** Largest eigenvalue that the noise on the second moment has by itself, about. */
  double noiseOfProducts(double deviation) {
    return deviation / OF_PRODUCTS * Math.sqrt(2.0 * mean.length) / count;
  }

  /** {@code E[y y^T] - m m^T}, with what noise does to it. */
  DMatrixRMaj covariance() {
    int size = mean.length;
    DMatrixRMaj result = secondMoment.copy();
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        result.unsafe_set(i, j, result.unsafe_get(i, j) - mean[i] * mean[j]);
      }
    }
    return result;
  }
}
