package dev.athanor.models.privacy.evaluation;

import dev.athanor.models.elements.heads.Ranking;
import java.util.Arrays;

/** What a classifier is judged by. */
public enum Measure {
  /** Share of labels that are right. */
  ACCURACY {
    @Override
    double of(double[][] probabilities, int[] labels) {
      int right = 0;
      for (int i = 0; i < labels.length; i++) {
        double[] row = probabilities[i];
        int best = 0;
        for (int label = 1; label < row.length; label++) {
          best = row[label] > row[best] ? label : best;
        }
        right += best == labels[i] ? 1 : 0;
      }
      return (double) right / labels.length;
    }
  },
  /** Area under the curve of label 1 against all others. */
  AUC {
    @Override
    double of(double[][] probabilities, int[] labels) {
      double[] scores = new double[labels.length];
      boolean[] positive = new boolean[labels.length];
      double[] weights = new double[labels.length];
      Arrays.fill(weights, 1);
      for (int i = 0; i < labels.length; i++) {
        scores[i] = probabilities[i][1];
        positive[i] = labels[i] == 1;
      }
      return Ranking.areaUnderCurve(scores, positive, weights);
    }
  };

  /**
   * The figure.
   *
   * @param probabilities of labels, one row for each input
   * @param labels that are right
   */
  abstract double of(double[][] probabilities, int[] labels);

  /** The name of the figure in files. */
  String field() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
