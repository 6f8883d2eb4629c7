package dev.athanor.models.elements.heads;

import dev.athanor.models.weights.WeightFile;
import java.util.Map;

/**
 * Two log odds made into one probability: {@code 1 / (1 + exp(-(first x + second y + offset)))}.
 * With one input this is the correction of Platt (1999); with two the inputs are weighed by what
 * each is worth on rows that neither was fitted to.
 *
 * @param first factor of the first log odds
 * @param second factor of the second
 * @param offset added
 */
public record LogisticStack(double first, double second, double offset) {
  private static final int STEPS = 50;
  private static final double RIDGE = 1e-6;

  /** The probability for two log odds. */
  public double probability(double x, double y) {
    return 1 / (1 + Math.exp(-(first * x + second * y + offset)));
  }

  /**
   * The factors with the least weighted log loss, by Newton's method.
   *
   * @param x first log odds of each row
   * @param y second log odds
   * @param positive whether the row is one
   * @param weights of the rows
   */
  public static LogisticStack fit(double[] x, double[] y, boolean[] positive, double[] weights) {
    double[] factors = {0.5, 0.5, 0};
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[3];
      double[][] curvature = {{RIDGE, 0, 0}, {0, RIDGE, 0}, {0, 0, RIDGE}};
      LogisticStack now = new LogisticStack(factors[0], factors[1], factors[2]);
      for (int i = 0; i < x.length; i++) {
        double p = now.probability(x[i], y[i]);
        double miss = weights[i] * (p - (positive[i] ? 1 : 0));
        double curve = weights[i] * p * (1 - p);
        double[] inputs = {x[i], y[i], 1};
        for (int a = 0; a < 3; a++) {
          gradient[a] += miss * inputs[a];
          for (int b = 0; b < 3; b++) {
            curvature[a][b] += curve * inputs[a] * inputs[b];
          }
        }
      }
      double[] change = solve(curvature, gradient);
      for (int a = 0; a < 3; a++) {
        factors[a] -= change[a];
      }
    }
    return new LogisticStack(factors[0], factors[1], factors[2]);
  }

  /**
   * The same order, with the odds that fit these rows best: the correction of Platt on top of the
   * joined log odds.
   */
  public LogisticStack corrected(double[] x, double[] y, boolean[] positive, double[] weights) {
    double[] joined = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      joined[i] = first * x[i] + second * y[i] + offset;
    }
    LogisticStack correction = fit(joined, new double[x.length], positive, weights);
    return new LogisticStack(
        correction.first * first,
        correction.first * second,
        correction.first * offset + correction.offset);
  }

  /** Cramer's rule: three equations, positive definite. */
  private static double[] solve(double[][] matrix, double[] right) {
    double whole = determinant(matrix);
    double[] result = new double[3];
    for (int column = 0; column < 3; column++) {
      double[][] replaced = new double[3][];
      for (int row = 0; row < 3; row++) {
        replaced[row] = matrix[row].clone();
        replaced[row][column] = right[row];
      }
      result[column] = determinant(replaced) / whole;
    }
    return result;
  }

  private static double determinant(double[][] m) {
    return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
        - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
        + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
  }

  void store(String name, Map<String, Double> settings) {
    settings.put(name + "_measured", first);
    settings.put(name + "_all", second);
    settings.put(name + "_offset", offset);
  }

  static LogisticStack of(String name, WeightFile file) {
    return new LogisticStack(
        file.setting(name + "_measured"),
        file.setting(name + "_all"),
        file.setting(name + "_offset"));
  }
}
