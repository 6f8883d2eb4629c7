package dev.athanor.models.privacy.trees;

import dev.athanor.models.weights.WeightFile;
import java.util.Map;

/**
 * A forest under privacy, and a small network that learned its scores on public rows: {@code f + g
 * / 4} for each label, on scores of which the mean over the labels is 0. The network is smooth
 * where noise makes leaves differ, and costs nothing, since it sees what was released. Immutable.
 *
 * <p>The network alone is worse than the forest: it knows public rows only.
 *
 * @see <a href="https://arxiv.org/abs/1312.6184">Ba and Caruana, Do deep nets really need to be
 *     deep? (2014), for learning from log odds</a>
 */
public final class SmoothedForest {
  /** What the network counts, where the forest counts 1. */
  private static final double SHARE = 0.25;

  private final BoostedForest forest;
  private final float[][] likeness;
  private final ScoreNetwork network;

  private SmoothedForest(BoostedForest forest, float[][] likeness, ScoreNetwork network) {
    this.forest = forest;
    this.likeness = likeness;
    this.network = network;
  }

  static SmoothedForest of(BoostedForest forest, float[][] rows, long seed) {
    double[][] scores = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      scores[i] = centred(forest.logProbabilities(rows[i]));
    }
    return new SmoothedForest(forest, rows, ScoreNetwork.fit(rows, scores, seed));
  }

  /** Scores of which the mean is 0, since only differences say something. */
  private static double[] centred(double[] scores) {
    double sum = 0;
    for (double score : scores) {
      sum += score;
    }
    double[] result = scores.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] -= sum / result.length;
    }
    return result;
  }

  /** Logarithms of the probabilities of the labels. */
  public double[] logProbabilities(float[] row) {
    double[] scores = centred(forest.logProbabilities(row));
    double[] smooth = network.scores(row);
    for (int label = 0; label < scores.length; label++) {
      scores[label] = (scores[label] + SHARE * smooth[label]) / (1 + SHARE);
    }
    return BoostedForest.logSoftmax(scores);
  }

  /** How many labels there are. */
  public int classes() {
    return forest.classes();
  }

  /** Adds the model to the settings and arrays of a weight file; public rows are left out. */
  public void store(Map<String, Double> settings, Map<String, float[]> arrays) {
    forest.store(settings, arrays);
    network.store(arrays);
  }

  /** Whether a file holds such a model. */
  public static boolean isIn(WeightFile file) {
    return BoostedForest.isIn(file);
  }

  /**
   * Reads what {@link #store} wrote.
   *
   * @param width of rows
   * @throws dev.athanor.models.ModelException {@code WEIGHTS_MISMATCH} where its parts do not fit
   *     together
   */
  public static SmoothedForest of(WeightFile file, int classes, int width) {
    return new SmoothedForest(
        BoostedForest.of(file, classes, width),
        new float[0][],
        ScoreNetwork.of(file, classes, width));
  }

  /** Public rows that resemble the records, where it was just made; not to be changed. */
  public float[][] likeness() {
    return likeness;
  }

  /** The forest alone. */
  public BoostedForest forest() {
    return forest;
  }
}
