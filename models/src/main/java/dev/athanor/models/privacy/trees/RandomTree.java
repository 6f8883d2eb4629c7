package dev.athanor.models.privacy.trees;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A complete binary tree whose splits are drawn, not chosen: a node takes a feature by chance and a
 * threshold between two of the public rows that reach it. It has seen no private row and hides
 * none.
 *
 * @see <a href="https://doi.org/10.1007/s10994-006-6226-1">Geurts, Ernst and Wehenkel, Extremely
 *     randomized trees (2006)</a>
 */
final class RandomTree {
  private static final int ATTEMPTS = 12;

  private final int depth;
  private final short[] features;
  private final float[] thresholds;

  private RandomTree(int depth) {
    this.depth = depth;
    this.features = new short[1 << depth];
    this.thresholds = new float[1 << depth];
  }

  /** Numbers of {@link #store} for a tree: a feature and a threshold for each node. */
  static int stored(int depth) {
    return 2 << depth;
  }

  /** Writes the tree into an array, from a place on. */
  void store(float[] array, int from) {
    for (int node = 0; node < features.length; node++) {
      array[from + 2 * node] = features[node];
      array[from + 2 * node + 1] = thresholds[node];
    }
  }

  /**
   * Reads what {@link #store} wrote.
   *
   * @param width of rows
   * @throws IllegalArgumentException for splits by what is no column of such rows
   */
  static RandomTree read(float[] array, int from, int depth, int width) {
    RandomTree tree = new RandomTree(depth);
    for (int node = 0; node < tree.features.length; node++) {
      float feature = array[from + 2 * node];
      if (!(feature >= 0 && feature < width && feature == Math.rint(feature))) {
        throw new IllegalArgumentException("a tree splits by column " + feature);
      }
      tree.features[node] = (short) feature;
      tree.thresholds[node] = array[from + 2 * node + 1];
    }
    return tree;
  }

  int depth() {
    return depth;
  }

  /**
   * Draws a tree.
   *
   * @param rows public ones, at least one
   * @param odds running sums of the odds of the features, the last of them 1
   */
  static RandomTree draw(float[][] rows, int depth, double[] odds, RandomGenerator random) {
    RandomTree tree = new RandomTree(depth);
    int[] order = new int[rows.length];
    Arrays.setAll(order, i -> i);
    tree.split(1, rows, order, 0, order.length, odds, random);
    return tree;
  }

  private void split(
      int node,
      float[][] rows,
      int[] order,
      int from,
      int to,
      double[] odds,
      RandomGenerator random) {
    if (node >= features.length) {
      return;
    }
    int feature = 0;
    float one = 0;
    float other = 0;
    for (int attempt = 0; attempt < ATTEMPTS && one == other; attempt++) {
      feature = feature(odds, random);
      // a node that no two rows reach splits as if all did
      one =
          rows[to - from > 1 ? order[random.nextInt(from, to)] : random.nextInt(rows.length)][
              feature];
      other =
          rows[to - from > 1 ? order[random.nextInt(from, to)] : random.nextInt(rows.length)][
              feature];
    }
    features[node] = (short) feature;
    thresholds[node] = (float) (one + (other - one) * random.nextDouble());
    int middle = from;
    for (int i = from; i < to; i++) {
      int row = order[i];
      if (!right(node, rows[row])) {
        order[i] = order[middle];
        order[middle++] = row;
      }
    }
    split(2 * node, rows, order, from, middle, odds, random);
    split(2 * node + 1, rows, order, middle, to, odds, random);
  }

  private static int feature(double[] odds, RandomGenerator random) {
    int at = Arrays.binarySearch(odds, random.nextDouble());
    return Math.min(odds.length - 1, at < 0 ? -at - 1 : at + 1);
  }

  private boolean right(int node, float[] row) {
    return row[features[node]] >= thresholds[node];
  }

  /** How many leaves there are. */
  int leaves() {
    return features.length;
  }

  /** The leaf of a row, from 0 on. What is not a number goes left. */
  int leaf(float[] row) {
    int node = 1;
    for (int level = 0; level < depth; level++) {
      node = 2 * node + (right(node, row) ? 1 : 0);
    }
    return node - features.length;
  }

  /** The leaves of rows. */
  int[] leaves(float[][] rows) {
    int[] result = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      result[i] = leaf(rows[i]);
    }
    return result;
  }
}
