package dev.athanor.matter.prototype.learning;

import dev.athanor.matter.prototype.Ion;
import dev.athanor.matter.prototype.PairFeatures;
import dev.athanor.matter.prototype.PairTable;
import java.util.Arrays;
import java.util.List;

/**
 * The weights of {@link PairTable#prior} that make the counts likeliest: Newton's method on {@code
 * sum_ab n_ab ln s(b|a) - r/2 |w|^2}, which has one maximum.
 */
final class PriorFit {
  private static final int ROUNDS = 25;
  private static final double RIDGE = 1;

  private PriorFit() {}

  static double[] weights(List<Ion> ions, double[][] counts) {
    double[] shares = PairTable.shares(counts);
    int size = PairFeatures.NAMES.size() + 1;
    double[] weights = new double[size];
    weights[size - 1] = 1;
    for (int round = 0; round < ROUNDS; round++) {
      double[][] system = new double[size][size + 1];
      for (int f = 0; f < size; f++) {
        system[f][f] = RIDGE;
        system[f][size] = -RIDGE * weights[f];
      }
      for (int a = 0; a < ions.size(); a++) {
        addRow(ions, shares, counts[a], a, weights, system);
      }
      double[] step = LinearSystem.solve(system);
      double longest = Arrays.stream(step).map(Math::abs).max().orElse(0);
      double damping = Math.min(1, 1 / longest);
      for (int f = 0; f < size; f++) {
        weights[f] += damping * step[f];
      }
      if (longest < 1e-6) {
        break;
      }
    }
    return weights;
  }

  /** Gradient and curvature of one row's likelihood. */
  private static void addRow(
      List<Ion> ions, double[] shares, double[] row, int a, double[] weights, double[][] system) {
    double total = Arrays.stream(row).sum();
    if (total == 0) {
      return;
    }
    double[] expected = PairTable.prior(ions, shares, a, weights);
    int size = weights.length;
    double[] mean = new double[size];
    double[][] vectors = new double[ions.size()][];
    for (int b = 0; b < ions.size(); b++) {
      vectors[b] = vector(ions.get(a), ions.get(b), shares[b]);
      for (int f = 0; f < size; f++) {
        mean[f] += expected[b] * vectors[b][f];
      }
    }
    for (int b = 0; b < ions.size(); b++) {
      double weight = total * expected[b];
      for (int f = 0; f < size; f++) {
        double centred = vectors[b][f] - mean[f];
        system[f][size] += (row[b] - weight) * vectors[b][f];
        for (int g = 0; g < size; g++) {
          system[f][g] += weight * centred * (vectors[b][g] - mean[g]);
        }
      }
    }
  }

  /** What the weights multiply in the exponent. */
  private static double[] vector(Ion a, Ion b, double share) {
    double[] differences = PairFeatures.of(a, b);
    double[] result = new double[differences.length + 1];
    for (int f = 0; f < differences.length; f++) {
      result[f] = -differences[f];
    }
    result[differences.length] = Math.log(share);
    return result;
  }
}
