package dev.athanor.models.elements.heads;

import java.util.Arrays;
import java.util.List;

/**
 * Gradient boosting of regression trees on binned features.
 *
 * <p>Each tree is complete to its depth and grown level by level: for every node and feature the
 * sums of gradient and curvature by bin are scanned for the cut with the largest {@code G^2 / (H +
 * s)}; missing values go where they gain most. A leaf answers {@code -G / (H + s)}, times the rate.
 *
 * <p>To answer, a row is written twice into one array, with missing values below and above all
 * numbers, and a cut names the copy in which they go its way: a step down is then one comparison
 * without a branch. Many rows at once are faster than one by one, since a tree stays in the cache.
 *
 * @see <a href="https://doi.org/10.1214/aos/1013203451">Friedman, greedy function approximation
 *     (2001)</a>
 */
public final class BoostedTrees {
  /** What the trees are fitted to. */
  public enum Objective {
    /** Least squares. */
    SQUARED,
    /** Absolute deviation, made smooth near zero. */
    ABSOLUTE,
    /** Log loss of targets 0 and 1; answers are log odds. */
    LOGISTIC
  }

  private static final int HEADER = 3;
  private static final int MAX_FEATURES = Short.MAX_VALUE / 2;

  private final double start;
  private final int depth;

  /** Twice the feature, plus one where missing values go right; -1 where all rows go left. */
  private final short[] cut;

  private final float[] threshold;
  private final float[] leaf;

  private BoostedTrees(double start, int depth, short[] cut, float[] threshold, float[] leaf) {
    this.start = start;
    this.depth = depth;
    this.cut = cut;
    this.threshold = threshold;
    this.leaf = leaf;
  }

  BoostedTrees(double start, SplitNodes nodes) {
    this(start, nodes.depth, new short[nodes.feature.length], nodes.threshold, nodes.leaf);
    for (int i = 0; i < cut.length; i++) {
      set(i, nodes.feature[i], nodes.missingRight[i]);
    }
  }

  private void set(int node, int feature, boolean missingRight) {
    cut[node] = (short) (feature < 0 ? 0 : 2 * feature + (missingRight ? 1 : 0));
    if (feature < 0) {
      threshold[node] = Float.POSITIVE_INFINITY;
    }
  }

  /** Fits trees to rows with targets and weights. */
  public static BoostedTrees fit(
      List<float[]> rows,
      float[] targets,
      float[] weights,
      Objective objective,
      BoostingSettings settings,
      long seed) {
    return new TreeGrower(FeatureTable.of(rows), targets, weights, objective, settings, seed).run();
  }

  /** The answer for one row; log odds for {@link Objective#LOGISTIC}. */
  public double predict(float[] row) {
    double[] result = new double[1];
    predict(RowBlock.of(row), result, 0);
    return result[0];
  }

  /** One answer for each row, in order. */
  public double[] predict(List<float[]> rows) {
    return RowBlock.answers(List.of(this), rows)[0];
  }

  /** Writes one answer for each row of a block, from a place on. */
  void predict(RowBlock block, double[] result, int from) {
    int rows = block.rows();
    Arrays.fill(result, from, from + rows, start);
    int internal = (1 << depth) - 1;
    int trees = cut.length / internal;
    float[] values = block.values();
    int width = block.width();
    for (int tree = 0; tree < trees; tree++) {
      int before = tree * internal - 1;
      int row = 0;
      for (; row + 4 <= rows; row += 4) {
        // four paths side by side: none waits for the cut of another
        int a = row * width;
        int b = a + width;
        int c = b + width;
        int d = c + width;
        int atA = 1;
        int atB = 1;
        int atC = 1;
        int atD = 1;
        for (int level = 0; level < depth; level++) {
          atA = below(values, a, before + atA, atA);
          atB = below(values, b, before + atB, atB);
          atC = below(values, c, before + atC, atC);
          atD = below(values, d, before + atD, atD);
        }
        int first = (tree << depth) - (1 << depth);
        result[from + row] += leaf[first + atA];
        result[from + row + 1] += leaf[first + atB];
        result[from + row + 2] += leaf[first + atC];
        result[from + row + 3] += leaf[first + atD];
      }
      for (; row < rows; row++) {
        int at = 1;
        for (int level = 0; level < depth; level++) {
          at = below(values, row * width, before + at, at);
        }
        result[from + row] += leaf[(tree << depth) - (1 << depth) + at];
      }
    }
  }

  /** Nodes count from 1, so that those below {@code n} are {@code 2 n} and {@code 2 n + 1}. */
  private int below(float[] values, int row, int place, int node) {
    return 2 * node + (values[row + cut[place]] > threshold[place] ? 1 : 0);
  }

  /**
   * All of it as numbers: start, depth, number of cuts; then for each cut its feature (-1 where all
   * rows go left), threshold and side of missing values; then leaves.
   */
  public float[] toArray() {
    float[] result = new float[HEADER + 3 * cut.length + leaf.length];
    result[0] = (float) start;
    result[1] = depth;
    result[2] = cut.length;
    int at = HEADER;
    for (int i = 0; i < cut.length; i++) {
      boolean open = threshold[i] == Float.POSITIVE_INFINITY;
      result[at++] = open ? -1 : cut[i] >> 1;
      result[at++] = open ? 0 : threshold[i];
      result[at++] = open ? 0 : cut[i] & 1;
    }
    System.arraycopy(leaf, 0, result, at, leaf.length);
    return result;
  }

  /**
   * Trees from the numbers of {@link #toArray}.
   *
   * @param features how many features a row will have
   * @throws IllegalArgumentException where the numbers are no trees for such rows
   */
  public static BoostedTrees fromArray(float[] values, int features) {
    if (values.length < HEADER) {
      throw new IllegalArgumentException("these numbers are no trees");
    }
    int depth = (int) values[1];
    int splits = (int) values[2];
    if (depth < 1
        || depth > 8
        || splits < 0
        || splits % ((1 << depth) - 1) != 0
        || values.length < HEADER + 3L * splits) {
      throw new IllegalArgumentException("these numbers are no trees");
    }
    BoostedTrees result =
        new BoostedTrees(
            values[0],
            depth,
            new short[splits],
            new float[splits],
            Arrays.copyOfRange(values, HEADER + 3 * splits, values.length));
    if (result.leaf.length != splits / ((1 << depth) - 1) * (1 << depth)) {
      throw new IllegalArgumentException("these trees lack leaves");
    }
    int at = HEADER;
    for (int i = 0; i < splits; i++) {
      int feature = (int) values[at++];
      if (feature >= Math.min(features, MAX_FEATURES)) {
        throw new IllegalArgumentException("these trees are for longer rows");
      }
      result.threshold[i] = values[at++];
      result.set(i, feature, values[at++] > 0.5f);
    }
    return result;
  }
}
