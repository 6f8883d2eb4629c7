package dev.athanor.models.elements.heads;

import java.util.Arrays;
import java.util.Comparator;

/** How well scores put one class before another. */
public final class Ranking {
  private Ranking() {}

  /**
   * Area under the receiver operating characteristic: the chance that a random positive scores
   * above a random negative, ties counting half; rows weighted.
   */
  public static double areaUnderCurve(double[] scores, boolean[] positive, double[] weights) {
    Integer[] order = new Integer[scores.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
    double negativesBelow = 0;
    double area = 0;
    double positives = 0;
    int i = 0;
    while (i < order.length) {
      int j = i;
      double tiedPositive = 0;
      double tiedNegative = 0;
      while (j < order.length && scores[order[j]] == scores[order[i]]) {
        if (positive[order[j]]) {
          tiedPositive += weights[order[j]];
        } else {
          tiedNegative += weights[order[j]];
        }
        j++;
      }
      area += tiedPositive * (negativesBelow + 0.5 * tiedNegative);
      negativesBelow += tiedNegative;
      positives += tiedPositive;
      i = j;
    }
    return area / (positives * negativesBelow);
  }
}
