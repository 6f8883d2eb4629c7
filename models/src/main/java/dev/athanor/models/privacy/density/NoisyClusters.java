package dev.athanor.models.privacy.density;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.learning.TorchEngine;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * k-means under noise: in each round every record tells the centre next to it {@code (a, b y)},
 * {@code a^2 + b^2 = 1}, and the centres move to the noised means. Distances count a direction by
 * its deviation among all records.
 *
 * @see <a href="https://doi.org/10.1145/1065167.1065184">Blum, Dwork, McSherry and Nissim,
 *     Practical privacy: the SuLQ framework (2005), section 4</a>
 */
final class NoisyClusters {
  /** Clusters with a smaller share of their label are dropped. */
  private static final double SMALLEST_SHARE = 0.03;

  private static final double OF_COUNT = 0.3;
  private static final double OF_SUM = Math.sqrt(1 - OF_COUNT * OF_COUNT);

  private final float[] metric;
  private final int rounds;
  private final double deviation;
  private final NoisySums sums;

  NoisyClusters(float[] metric, int rounds, double deviation, NoisySums sums) {
    this.metric = metric;
    this.rounds = rounds;
    this.deviation = deviation;
    this.sums = sums;
  }

  /**
   * Clusters of one label.
   *
   * @param shares of the label's records, adding to 1
   * @param centres among latents
   */
  @SuppressWarnings("ArrayRecordComponent") // passed on within a computation, never compared
  record Clusters(double[] shares, double[][] centres) {
    /** All in one. */
    static Clusters one(double[] centre) {
      return new Clusters(new double[] {1}, new double[][] {centre});
    }

    /** Of the centres about their mean. */
    DMatrixRMaj covariance() {
      int size = centres[0].length;
      double[] mean = new double[size];
      for (int k = 0; k < shares.length; k++) {
        for (int i = 0; i < size; i++) {
          mean[i] += shares[k] * centres[k][i];
        }
      }
      DMatrixRMaj result = new DMatrixRMaj(size, size);
      for (int k = 0; k < shares.length; k++) {
        for (int i = 0; i < size; i++) {
          for (int j = 0; j < size; j++) {
            result.data[i * size + j] +=
                shares[k] * (centres[k][i] - mean[i]) * (centres[k][j] - mean[j]);
          }
        }
      }
      return result;
    }
  }

  /**
   * Releases clusters.
   *
   * @param rows (n, dimensions), none longer than 1
   * @param starts centres to begin with
   */
  Clusters of(NDArray rows, double[][] starts) {
    double[][] centres = starts;
    double[] counts = new double[starts.length];
    for (int round = 0; round < rounds; round++) {
      try (NDManager scope = rows.getManager().newSubManager()) {
        NDArray inside = TorchEngine.within(scope, rows);
        NDArray nearest = nearest(inside, centres, scope);
        float[] exactCounts = nearest.sum(new int[] {0}).toFloatArray();
        float[] exactSums = nearest.transpose().matMul(inside).toFloatArray();
        counts = sums.noised(exactCounts, deviation / OF_COUNT);
        centres = moved(centres, counts, sums.noised(exactSums, deviation / OF_SUM));
      }
    }
    return large(counts, centres);
  }

  /** Those that hold a fair share of the records; all in one where none does. */
  private Clusters large(double[] counts, double[][] centres) {
    double total = Arrays.stream(counts).map(count -> Math.max(0, count)).sum();
    double few = Math.max(SMALLEST_SHARE * total, few());
    int[] kept = IntStream.range(0, counts.length).filter(k -> counts[k] > few).toArray();
    if (kept.length == 0) {
      return Clusters.one(centres[0]);
    }
    double sum = Arrays.stream(kept).mapToDouble(k -> counts[k]).sum();
    return new Clusters(
        Arrays.stream(kept).mapToDouble(k -> counts[k] / sum).toArray(),
        Arrays.stream(kept).mapToObj(k -> centres[k]).toArray(double[][]::new));
  }

  /** As many as noise alone may count. */
  private double few() {
    return Math.max(1, 2 * deviation / OF_COUNT);
  }

  /** Which centre is next to each row, as a 1 in its column: (n, centres). */
  private NDArray nearest(NDArray rows, double[][] centres, NDManager scope) {
    int size = metric.length;
    float[] flat = new float[centres.length * size];
    for (int k = 0; k < centres.length; k++) {
      for (int i = 0; i < size; i++) {
        flat[k * size + i] = (float) (centres[k][i] * metric[i]);
      }
    }
    NDArray scaledCentres = scope.create(flat, new Shape(centres.length, size));
    NDArray scaled = rows.mul(scope.create(metric));
    NDArray distances =
        scaledCentres
            .square()
            .sum(new int[] {1})
            .sub(scaled.matMul(scaledCentres.transpose()).mul(2));
    return distances.argMin(1).oneHot(centres.length).toType(DataType.FLOAT32, false);
  }

  /** A centre with hardly any records stays where it is. */
  private double[][] moved(double[][] centres, double[] counts, double[] totals) {
    int size = metric.length;
    double[][] result = new double[centres.length][];
    for (int k = 0; k < centres.length; k++) {
      result[k] = centres[k].clone();
      for (int i = 0; counts[k] > few() && i < size; i++) {
        result[k][i] = totals[k * size + i] / counts[k];
      }
    }
    return result;
  }
}
