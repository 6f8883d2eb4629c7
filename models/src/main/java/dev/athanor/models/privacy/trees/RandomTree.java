package dev.athanor.models.privacy.trees;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/**
 * A binary tree whose splits are drawn, not chosen: a node takes a feature by chance and a
 * threshold between two of the public rows that reach it. The leaf that most public rows reach is
 * split next, until there are enough: noise is as large in an empty leaf as in a full one. The tree
 * has seen no private row and hides none.
 *
 * @see <a href="https://doi.org/10.1007/s10994-006-6226-1">Geurts, Ernst and Wehenkel, Extremely
 *     randomized trees (2006)</a>
 */
final class RandomTree {
  private static final int ATTEMPTS = 12;
  private static final int STORED = 3;

  /**
   * The node of each split, in the order of splitting; split k has the nodes 2k+1 and 2k+2 below.
   */
  private final int[] nodes;

  private final short[] features;
  private final float[] thresholds;

  /** Of each node: its split, or the number of splits and the number of its leaf together. */
  private final int[] below;

  private RandomTree(int leaves) {
    this.nodes = new int[leaves - 1];
    this.features = new short[leaves - 1];
    this.thresholds = new float[leaves - 1];
    this.below = new int[2 * leaves - 1];
  }

  /** Numbers of {@link #store} for a tree: a node, a feature and a threshold for each split. */
  static int stored(int leaves) {
    return STORED * (leaves - 1);
  }

  /** Writes the tree into an array, from a place on. */
  void store(float[] array, int from) {
    for (int split = 0; split < nodes.length; split++) {
      array[from + STORED * split] = nodes[split];
      array[from + STORED * split + 1] = features[split];
      array[from + STORED * split + 2] = thresholds[split];
    }
  }

  /**
   * Reads what {@link #store} wrote.
   *
   * @param width of rows
   * @throws IllegalArgumentException for splits of what is no leaf, or by what is no column
   */
  static RandomTree read(float[] array, int from, int leaves, int width) {
    RandomTree tree = new RandomTree(leaves);
    boolean[] done = new boolean[tree.below.length];
    for (int split = 0; split < tree.nodes.length; split++) {
      int node = whole(array[from + STORED * split], 2 * split + 1);
      if (done[node]) {
        throw new IllegalArgumentException("a tree splits node " + node + " twice");
      }
      done[node] = true;
      tree.nodes[split] = node;
      tree.features[split] = (short) whole(array[from + STORED * split + 1], width);
      tree.thresholds[split] = array[from + STORED * split + 2];
    }
    tree.number();
    return tree;
  }

  private static int whole(float value, int below) {
    if (!(value >= 0 && value < below && value == Math.rint(value))) {
      throw new IllegalArgumentException("a tree splits by " + value + " of " + below);
    }
    return (int) value;
  }

  /**
   * Draws a tree.
   *
   * @param rows public ones, at least one
   * @param leaves of the tree, at least two
   * @param odds running sums of the odds of the features, the last of them 1
   */
  static RandomTree draw(float[][] rows, int leaves, double[] odds, RandomGenerator random) {
    RandomTree tree = new RandomTree(leaves);
    int[] order = new int[rows.length];
    Arrays.setAll(order, i -> i);
    PriorityQueue<Leaf> open = new PriorityQueue<>(Comparator.comparingInt(Leaf::rows).reversed());
    open.add(new Leaf(0, 0, order.length, false));
    for (int split = 0; split < tree.nodes.length; ) {
      Leaf leaf = open.remove();
      boolean parted = tree.draw(split, leaf, rows, order, odds, random);
      if (!parted && !leaf.alike()) {
        open.add(new Leaf(leaf.node(), leaf.from(), leaf.to(), true));
        continue;
      }
      tree.nodes[split] = leaf.node();
      int middle = tree.part(split, leaf, rows, order);
      open.add(new Leaf(2 * split + 1, leaf.from(), middle, leaf.alike()));
      open.add(new Leaf(2 * split + 2, middle, leaf.to(), leaf.alike()));
      split++;
    }
    tree.number();
    return tree;
  }

  /** A node without split, and the part of the order of rows that reaches it. */
  private record Leaf(int node, int from, int to, boolean alike) {
    /** Rows that a split may part; those that nothing tells apart are split last. */
    int rows() {
      return alike ? 0 : to - from;
    }
  }

  /** Draws feature and threshold of a split; whether two rows of the leaf differ by it. */
  private boolean draw(
      int split, Leaf leaf, float[][] rows, int[] order, double[] odds, RandomGenerator random) {
    int feature = 0;
    float one = 0;
    float other = 0;
    for (int attempt = 0; attempt < ATTEMPTS && one == other; attempt++) {
      feature = feature(odds, random);
      one = rows[reaching(leaf, order, random)][feature];
      other = rows[reaching(leaf, order, random)][feature];
    }
    features[split] = (short) feature;
    thresholds[split] = (float) (one + (other - one) * random.nextDouble());
    return one != other;
  }

  /** A row that reaches a leaf; any row if fewer than two do. */
  private static int reaching(Leaf leaf, int[] order, RandomGenerator random) {
    return leaf.to() - leaf.from() > 1
        ? order[random.nextInt(leaf.from(), leaf.to())]
        : order[random.nextInt(order.length)];
  }

  /** Orders the rows of a leaf by side; where those on the right begin. */
  private int part(int split, Leaf leaf, float[][] rows, int[] order) {
    int middle = leaf.from();
    for (int i = leaf.from(); i < leaf.to(); i++) {
      int row = order[i];
      if (!right(split, rows[row])) {
        order[i] = order[middle];
        order[middle++] = row;
      }
    }
    return middle;
  }

  private static int feature(double[] odds, RandomGenerator random) {
    int at = Arrays.binarySearch(odds, random.nextDouble());
    return Math.min(odds.length - 1, at < 0 ? -at - 1 : at + 1);
  }

  private void number() {
    Arrays.fill(below, -1);
    for (int split = 0; split < nodes.length; split++) {
      below[nodes[split]] = split;
    }
    int leaf = 0;
    for (int node = 0; node < below.length; node++) {
      if (below[node] < 0) {
        below[node] = nodes.length + leaf++;
      }
    }
  }

  private boolean right(int split, float[] row) {
    return row[features[split]] >= thresholds[split];
  }

  /** How many leaves there are. */
  int leaves() {
    return nodes.length + 1;
  }

  /** The leaf of a row, from 0 on. What is not a number goes left. */
  int leaf(float[] row) {
    int at = below[0];
    while (at < nodes.length) {
      at = below[2 * at + (right(at, row) ? 2 : 1)];
    }
    return at - nodes.length;
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
