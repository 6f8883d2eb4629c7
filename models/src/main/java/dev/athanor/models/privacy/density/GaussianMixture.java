package dev.athanor.models.privacy.density;

import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;

/**
 * A mixture of Gaussians: {@code p(x) = sum_k w_k N(x; m_k, U_k diag(v_k) U_k^T)}.
 *
 * @param components at least one; weights add to 1
 */
public record GaussianMixture(List<Component> components) {
  public GaussianMixture {
    components = List.copyOf(components);
    double sum = components.stream().mapToDouble(Component::weight).sum();
    if (!(Math.abs(sum - 1) < 1e-6)) {
      throw new IllegalArgumentException("weights of a mixture add to 1, not " + sum);
    }
  }

  /**
   * A Gaussian of it.
   *
   * @param weight 0 to 1
   * @param mean of as many numbers as there are dimensions
   * @param variances along the columns of {@code axes}, above 0
   * @param axes orthonormal columns
   */
  @SuppressWarnings("ArrayRecordComponent") // parts of a large model, never compared
  public record Component(double weight, double[] mean, double[] variances, DMatrixRMaj axes) {
    /** {@code log(w N(x; m, V))}. */
    double logDensity(double[] point) {
      double sum = Math.log(weight);
      for (int k = 0; k < variances.length; k++) {
        double along = 0;
        for (int i = 0; i < point.length; i++) {
          along += axes.unsafe_get(i, k) * (point[i] - mean[i]);
        }
        sum -= (along * along / variances[k] + Math.log(2 * Math.PI * variances[k])) / 2;
      }
      return sum;
    }

    void draw(RandomGenerator random, float[] into, int at) {
      int size = mean.length;
      double[] along = new double[size];
      for (int k = 0; k < size; k++) {
        along[k] = Math.sqrt(variances[k]) * random.nextGaussian();
      }
      for (int i = 0; i < size; i++) {
        double value = mean[i];
        for (int k = 0; k < size; k++) {
          value += axes.unsafe_get(i, k) * along[k];
        }
        into[at + i] = (float) value;
      }
    }
  }

  /** Numbers of a point. */
  public int dimensions() {
    return components.get(0).mean().length;
  }

  /** Logarithm of the density at a point. */
  public double logDensity(double[] point) {
    double[] logs = components.stream().mapToDouble(c -> c.logDensity(point)).toArray();
    double largest = Double.NEGATIVE_INFINITY;
    for (double value : logs) {
      largest = Math.max(largest, value);
    }
    double sum = 0;
    for (double value : logs) {
      sum += Math.exp(value - largest);
    }
    return largest + Math.log(sum);
  }

  /** Writes a point drawn from it into an array, from a place on. */
  public void draw(RandomGenerator random, float[] into, int at) {
    double pick = random.nextDouble();
    int chosen = 0;
    while (chosen + 1 < components.size() && pick >= components.get(chosen).weight()) {
      pick -= components.get(chosen).weight();
      chosen++;
    }
    components.get(chosen).draw(random, into, at);
  }
}
