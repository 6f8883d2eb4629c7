package dev.athanor.models.diffspectra.ranking;

import java.util.ArrayList;
import java.util.List;

/**
 * Fits a calibration: first what likelihood and prior count, so that the share of the true
 * candidate is as large as can be (mean logarithm), then how often the first is right (logistic
 * regression).
 */
final class CalibrationFit {
  private static final double[] PRIOR_WEIGHTS = {0, 0.25, 0.5, 0.75, 1, 1.25, 1.5};
  private static final int STEPS = 24;
  private static final double FIRST = 0.02;
  private static final double FACTOR = 1.2;
  private static final int NEWTON_STEPS = 30;

  /** Pulls the regression towards {@code logit(right) = logit(share)}. */
  private static final double PULL = 1;

  private CalibrationFit() {}

  /**
   * The candidates of one question.
   *
   * @param logLikelihoods of the candidates
   * @param logPriors of the candidates
   * @param mismatches of the candidates
   * @param right which is the true one; -1 where none is
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Case(double[] logLikelihoods, double[] logPriors, double[] mismatches, int right) {}

  /** The numbers of a {@link Calibration} for one evidence. */
  static float[] fit(List<Case> cases) {
    double bestSum = Double.NEGATIVE_INFINITY;
    double[] best = {1, 1};
    for (double prior : PRIOR_WEIGHTS) {
      double weight = FIRST;
      for (int step = 0; step < STEPS; step++) {
        double sum = 0;
        for (Case one : cases) {
          sum +=
              one.right() < 0
                  ? 0
                  : Math.log(Math.max(1e-12, share(one, weight, prior, one.right())));
        }
        if (sum > bestSum) {
          bestSum = sum;
          best = new double[] {weight, prior};
        }
        weight *= FACTOR;
      }
    }
    double[] right = regression(cases, best[0], best[1]);
    return new float[] {
      (float) best[0], (float) best[1], (float) right[0], (float) right[1], (float) right[2]
    };
  }

  private static double share(Case one, double weight, double prior, int candidate) {
    double own = score(one, weight, prior, candidate);
    double sum = 0;
    for (int i = 0; i < one.logPriors().length; i++) {
      sum += Math.exp(Math.min(600, score(one, weight, prior, i) - own));
    }
    return 1 / sum;
  }

  private static double score(Case one, double weight, double prior, int candidate) {
    return weight * one.logLikelihoods()[candidate] + prior * one.logPriors()[candidate];
  }

  /** Newton's steps for three coefficients. */
  private static double[] regression(List<Case> cases, double weight, double prior) {
    List<double[]> rows = new ArrayList<>();
    for (Case one : cases) {
      if (one.logPriors().length == 0) {
        continue;
      }
      int top = 0;
      for (int i = 1; i < one.logPriors().length; i++) {
        top = score(one, weight, prior, i) > score(one, weight, prior, top) ? i : top;
      }
      rows.add(
          new double[] {
            1,
            Calibration.logit(share(one, weight, prior, top)),
            one.mismatches()[top] - 1,
            top == one.right() ? 1 : 0
          });
    }
    double[] target = {0, 1, 0};
    double[] found = target.clone();
    for (int step = 0; step < NEWTON_STEPS; step++) {
      double[][] curvature = new double[3][4];
      for (int i = 0; i < 3; i++) {
        curvature[i][i] = PULL;
        curvature[i][3] = -PULL * (found[i] - target[i]);
      }
      for (double[] row : rows) {
        double logit = found[0] * row[0] + found[1] * row[1] + found[2] * row[2];
        double probability = 1 / (1 + Math.exp(-logit));
        for (int i = 0; i < 3; i++) {
          curvature[i][3] += (row[3] - probability) * row[i];
          for (int j = 0; j < 3; j++) {
            curvature[i][j] += probability * (1 - probability) * row[i] * row[j];
          }
        }
      }
      double[] change = solve(curvature);
      for (int i = 0; i < 3; i++) {
        found[i] += Math.max(-1, Math.min(1, change[i]));
      }
    }
    return found;
  }

  /** Gauss elimination of three equations; the matrix is positive definite. */
  private static double[] solve(double[][] rows) {
    for (int i = 0; i < 3; i++) {
      for (int k = i + 1; k < 3; k++) {
        double factor = rows[k][i] / rows[i][i];
        for (int j = i; j < 4; j++) {
          rows[k][j] -= factor * rows[i][j];
        }
      }
    }
    double[] solution = new double[3];
    for (int i = 2; i >= 0; i--) {
      double sum = rows[i][3];
      for (int j = i + 1; j < 3; j++) {
        sum -= rows[i][j] * solution[j];
      }
      solution[i] = sum / rows[i][i];
    }
    return solution;
  }
}
