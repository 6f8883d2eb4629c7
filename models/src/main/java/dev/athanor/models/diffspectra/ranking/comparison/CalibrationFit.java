package dev.athanor.models.diffspectra.ranking.comparison;

import java.util.List;

/**
 * Fits a calibration: first what likelihood and prior count, so that the share of the true
 * candidate is as large as can be (mean logarithm), then how often the first is right (logistic
 * regression).
 */
public final class CalibrationFit {
  /** From long tails to a normal distribution. */
  private static final double[] FREEDOMS = {4, 60, 1e6};

  private static final double[] PRIOR_WEIGHTS = {0, 0.125, 0.25, 0.375, 0.5, 0.75, 1};
  private static final int STEPS = 24;
  private static final double FIRST = 0.02;
  private static final double FACTOR = 1.2;
  private static final int NEWTON_STEPS = 30;

  /**
   * A share below this is as good as none: otherwise few hopeless questions would set the weights.
   */
  private static final double LOST = 1e-3;

  /** Pulls the regression towards {@code logit(right) = logit(share)}. */
  private static final double PULL = 1;

  private CalibrationFit() {}

  /**
   * The candidates of one question.
   *
   * @param logLikelihoods of the candidates, for each of {@link #freedoms}
   * @param logPriors of the candidates
   * @param right which is the true one; -1 where none is
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  public record Case(List<double[]> logLikelihoods, double[] logPriors, int right) {}

  /** The degrees of freedom to choose from. */
  public static double[] freedoms() {
    return FREEDOMS.clone();
  }

  /**
   * The first candidate of one question.
   *
   * @param share of all weights
   * @param mismatch of its spectra
   * @param right whether it is the true one
   * @param weight how much the question counts
   */
  public record First(double share, double mismatch, boolean right, double weight) {}

  /** What likelihood and prior count. */
  public static Calibration.Weights weights(List<Case> cases) {
    double bestSum = Double.NEGATIVE_INFINITY;
    Calibration.Weights best = new Calibration.Weights(FREEDOMS[FREEDOMS.length - 1], 1, 1);
    for (int f = 0; f < FREEDOMS.length; f++) {
      for (double prior : PRIOR_WEIGHTS) {
        double likelihood = FIRST;
        for (int step = 0; step < STEPS; step++) {
          Calibration.Weights weights = new Calibration.Weights(FREEDOMS[f], likelihood, prior);
          double sum = 0;
          for (Case one : cases) {
            sum += one.right() < 0 ? 0 : Math.log(LOST + share(one, f, weights));
          }
          if (sum > bestSum) {
            bestSum = sum;
            best = weights;
          }
          likelihood *= FACTOR;
        }
      }
    }
    return best;
  }

  /** Share of the true candidate. */
  private static double share(Case one, int freedom, Calibration.Weights weights) {
    double[] likelihoods = one.logLikelihoods().get(freedom);
    double own = weights.score(likelihoods[one.right()], one.logPriors()[one.right()]);
    double sum = 0;
    for (int i = 0; i < likelihoods.length; i++) {
      double score = weights.score(likelihoods[i], one.logPriors()[i]);
      sum += Math.exp(Math.min(600, score - own));
    }
    return 1 / sum;
  }

  /** The three coefficients of how often the first is right, by Newton's steps. */
  public static double[] right(List<First> answers) {
    List<double[]> rows =
        answers.stream()
            .map(a -> new double[] {1, Calibration.logit(a.share()), a.mismatch() - 1})
            .toList();
    double[] target = {0, 1, 0};
    double[] found = target.clone();
    for (int step = 0; step < NEWTON_STEPS; step++) {
      double[][] curvature = new double[3][4];
      for (int i = 0; i < 3; i++) {
        curvature[i][i] = PULL;
        curvature[i][3] = -PULL * (found[i] - target[i]);
      }
      for (int r = 0; r < rows.size(); r++) {
        double[] row = rows.get(r);
        First answer = answers.get(r);
        double logit = found[0] * row[0] + found[1] * row[1] + found[2] * row[2];
        double probability = 1 / (1 + Math.exp(-logit));
        double error = (answer.right() ? 1 : 0) - probability;
        for (int i = 0; i < 3; i++) {
          curvature[i][3] += answer.weight() * error * row[i];
          for (int j = 0; j < 3; j++) {
            curvature[i][j] += answer.weight() * probability * (1 - probability) * row[i] * row[j];
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
