package dev.athanor.models.privacy.trees;

import java.util.List;

/** A classifier that adds what the leaves of many trees say of each label. Immutable. */
public final class BoostedForest {
  private final double[] start;
  private final List<RandomTree> trees;

  /** Leaf by leaf, label by label. */
  private final List<float[]> answers;

  BoostedForest(double[] start, List<RandomTree> trees, List<float[]> answers) {
    this.start = start.clone();
    this.trees = List.copyOf(trees);
    this.answers = List.copyOf(answers);
  }

  /** Logarithms of the probabilities of the labels. */
  public double[] logProbabilities(float[] row) {
    double[] scores = start.clone();
    for (int i = 0; i < trees.size(); i++) {
      add(scores, answers.get(i), trees.get(i).leaf(row));
    }
    return logSoftmax(scores);
  }

  static void add(double[] scores, float[] answers, int leaf) {
    for (int label = 0; label < scores.length; label++) {
      scores[label] += answers[leaf * scores.length + label];
    }
  }

  static double[] logSoftmax(double[] scores) {
    double most = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      most = Math.max(most, score);
    }
    double sum = 0;
    for (double score : scores) {
      sum += Math.exp(score - most);
    }
    double[] result = new double[scores.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = scores[i] - most - Math.log(sum);
    }
    return result;
  }
}
