package dev.athanor.models.elements.heads;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.weights.WeightFile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Extremely randomized trees that answer with a distribution instead of a number.
 *
 * <p>At each node some features are tried, each with one cut drawn evenly between its least and its
 * greatest value there; the cut that lowers the weighted variance of the targets most is kept. Rows
 * that lack the feature go where they fit better. The answer for a row is the mixture, over all
 * trees, of the targets in the leaf that it reaches (Meinshausen's weights), so that medians and
 * intervals come from the same trees. Not for targets outside the range of those seen: nothing is
 * extrapolated.
 *
 * @see <a href="https://doi.org/10.1007/s10994-006-6226-1">Geurts et al., Mach. Learn. 63, 3
 *     (2006)</a>
 * @see <a href="https://jmlr.org/papers/v7/meinshausen06a.html">Meinshausen, J. Mach. Learn. Res.
 *     7, 983 (2006)</a>
 */
public final class RandomizedTrees {
  /** Codes of a leaf: which value, and its share of the leaf; exact in 32-bit floats. */
  static final int SHARES = 4096;

  private static final int MAX_VALUES = 4096;

  private final float[] values;
  private final List<Tree> trees;

  private RandomizedTrees(float[] values, List<Tree> trees) {
    this.values = values;
    this.trees = trees;
  }

  /**
   * Nodes in the order left before right. A node with {@code feature >= 0} has its left child next
   * to it and its right child at {@code next}; a leaf has its codes from {@code next} to {@code
   * end}.
   */
  @SuppressWarnings("ArrayRecordComponent") // private to the trees, never compared
  record Tree(
      int[] feature,
      float[] threshold,
      boolean[] missingRight,
      int[] next,
      int[] end,
      int[] codes) {
    int leaf(float[] row) {
      int node = 0;
      while (feature[node] >= 0) {
        float value = row[feature[node]];
        boolean right = Float.isNaN(value) ? missingRight[node] : value > threshold[node];
        node = right ? next[node] : node + 1;
      }
      return node;
    }
  }

  /**
   * Grows trees, several at a time; the same seed gives the same trees.
   *
   * @param rows features; not a number where one is missing
   * @param targets one for each row, at most {@value #MAX_VALUES} kept apart (further ones are
   *     rounded to their neighbours)
   * @param weights one for each row, above 0
   */
  public static RandomizedTrees fit(
      List<float[]> rows,
      float[] targets,
      float[] weights,
      RandomizedTreesSettings settings,
      long seed) {
    float[] values = distinct(targets);
    int[] codes = new int[targets.length];
    for (int r = 0; r < codes.length; r++) {
      codes[r] = nearest(values, targets[r]);
    }
    float[][] columns = columns(rows);
    List<Tree> trees =
        IntStream.range(0, settings.trees())
            .parallel()
            .mapToObj(
                tree ->
                    new RandomizedTreeGrower(
                            columns, targets, codes, weights, settings, seed + 7919L * tree)
                        .grow())
            .toList();
    return new RandomizedTrees(values, trees);
  }

  private static float[][] columns(List<float[]> rows) {
    int features = rows.get(0).length;
    float[][] columns = new float[features][rows.size()];
    for (int r = 0; r < rows.size(); r++) {
      float[] row = rows.get(r);
      for (int f = 0; f < features; f++) {
        columns[f][r] = row[f];
      }
    }
    return columns;
  }

  private static float[] distinct(float[] targets) {
    float[] sorted = targets.clone();
    Arrays.sort(sorted);
    int count = 0;
    for (float value : sorted) {
      if (count == 0 || value > sorted[count - 1]) {
        sorted[count++] = value;
      }
    }
    float[] values = Arrays.copyOf(sorted, count);
    if (count <= MAX_VALUES) {
      return values;
    }
    float[] fewer = new float[MAX_VALUES];
    for (int i = 0; i < MAX_VALUES; i++) {
      fewer[i] = values[(int) ((long) i * (count - 1) / (MAX_VALUES - 1))];
    }
    return fewer;
  }

  private static int nearest(float[] values, float target) {
    int at = Arrays.binarySearch(values, target);
    if (at >= 0) {
      return at;
    }
    int above = -at - 1;
    if (above == 0 || above == values.length) {
      return Math.min(above, values.length - 1);
    }
    return target - values[above - 1] <= values[above] - target ? above - 1 : above;
  }

  /** The distribution of the target for one row. */
  public WeightedValues predict(float[] row) {
    return predict(List.of(row)).get(0);
  }

  /** The distributions for some rows; faster than one by one, since a tree stays in the cache. */
  public List<WeightedValues> predict(List<float[]> rows) {
    return leaves(rows).stream().map(this::distribution).toList();
  }

  /**
   * The share of each row's distribution at or below a value, as {@link WeightedValues#shareUpTo}
   * of its {@link #predict}, without making it.
   */
  public double[] sharesUpTo(double value, List<float[]> rows) {
    List<int[]> leaves = leaves(rows);
    int limit = 0;
    while (limit < values.length && values[limit] <= value) {
      limit++;
    }
    double[] shares = new double[rows.size()];
    for (int r = 0; r < shares.length; r++) {
      shares[r] = shareBelow(limit * SHARES, leaves.get(r));
    }
    return shares;
  }

  private double shareBelow(int limit, int[] leaves) {
    long below = 0;
    long total = 0;
    for (int t = 0; t < leaves.length; t++) {
      Tree tree = trees.get(t);
      for (int at = tree.next[leaves[t]]; at < tree.end[leaves[t]]; at++) {
        int weight = tree.codes[at] % SHARES;
        total += weight;
        below += tree.codes[at] < limit ? weight : 0;
      }
    }
    return (double) below / total;
  }

  /** For each row the leaf that it reaches in each tree. */
  private List<int[]> leaves(List<float[]> rows) {
    List<int[]> leaves = rows.stream().map(row -> new int[trees.size()]).toList();
    for (int t = 0; t < trees.size(); t++) {
      Tree tree = trees.get(t);
      for (int r = 0; r < leaves.size(); r++) {
        leaves.get(r)[t] = tree.leaf(rows.get(r));
      }
    }
    return leaves;
  }

  private WeightedValues distribution(int[] leaves) {
    int count = 0;
    for (int t = 0; t < leaves.length; t++) {
      Tree tree = trees.get(t);
      count += tree.end[leaves[t]] - tree.next[leaves[t]];
    }
    // sorted by value, since the value leads the code
    int[] codes = new int[count];
    int at = 0;
    for (int t = 0; t < leaves.length; t++) {
      Tree tree = trees.get(t);
      int length = tree.end[leaves[t]] - tree.next[leaves[t]];
      System.arraycopy(tree.codes, tree.next[leaves[t]], codes, at, length);
      at += length;
    }
    Arrays.sort(codes);
    return WeightedValues.of(values, codes, SHARES);
  }

  /** Adds the trees to the arrays of a weight file. */
  public void store(String name, Map<String, float[]> arrays) {
    StoredTrees.of(values, trees).store(name, arrays);
  }

  /**
   * Reads what {@link #store} wrote.
   *
   * @param features how many features a row will have
   * @throws ModelException {@code WEIGHTS_MISMATCH} where the arrays are no trees for such rows
   */
  public static RandomizedTrees of(String name, WeightFile file, int features) {
    StoredTrees stored = StoredTrees.read(name, file);
    try {
      return new RandomizedTrees(stored.values(), stored.trees(features));
    } catch (IllegalArgumentException e) {
      throw new ModelException(
          ModelErrors.WEIGHTS_MISMATCH, "'" + name + "' of " + file.model() + " is unusable", e);
    }
  }
}
