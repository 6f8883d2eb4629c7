package dev.athanor.models.elements.heads;

import dev.athanor.models.weights.WeightFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * The arrays in which {@link RandomizedTrees} are stored; checked while they become trees again.
 *
 * @param values what leaves may hold
 * @param sizes of each tree: nodes, splits among them, codes
 * @param nodes left before right: of a split twice its feature, and one more where rows without it
 *     go right; of a leaf how many codes it has, times minus one
 * @param cuts of the splits, in order
 * @param codes of the leaves, in order
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
record StoredTrees(float[] values, float[] sizes, float[] nodes, float[] cuts, float[] codes) {
  private static final int SIZES = 3;

  /** As arrays. */
  static StoredTrees of(float[] values, List<RandomizedTrees.Tree> trees) {
    float[] sizes = new float[SIZES * trees.size()];
    float[] nodes = new float[trees.stream().mapToInt(t -> t.feature().length).sum()];
    float[] cuts = new float[nodes.length];
    float[] codes = new float[trees.stream().mapToInt(t -> t.codes().length).sum()];
    int node = 0;
    int cut = 0;
    int code = 0;
    for (int t = 0; t < trees.size(); t++) {
      RandomizedTrees.Tree tree = trees.get(t);
      int before = cut;
      for (int i = 0; i < tree.feature().length; i++) {
        if (tree.feature()[i] >= 0) {
          nodes[node++] = 2 * tree.feature()[i] + (tree.missingRight()[i] ? 1 : 0);
          cuts[cut++] = tree.threshold()[i];
        } else {
          nodes[node++] = tree.next()[i] - tree.end()[i];
        }
      }
      for (int c : tree.codes()) {
        codes[code++] = c;
      }
      sizes[SIZES * t] = tree.feature().length;
      sizes[SIZES * t + 1] = cut - before;
      sizes[SIZES * t + 2] = tree.codes().length;
    }
    return new StoredTrees(values, sizes, nodes, Arrays.copyOf(cuts, cut), codes);
  }

  /** Adds the arrays to those of a weight file. */
  void store(String name, Map<String, float[]> arrays) {
    arrays.put(name + ".values", values);
    arrays.put(name + ".sizes", sizes);
    arrays.put(name + ".nodes", nodes);
    arrays.put(name + ".cuts", cuts);
    arrays.put(name + ".codes", codes);
  }

  /** The arrays of a weight file. */
  static StoredTrees read(String name, WeightFile file) {
    return new StoredTrees(
        file.array(name + ".values"),
        file.array(name + ".sizes"),
        file.array(name + ".nodes"),
        file.array(name + ".cuts"),
        file.array(name + ".codes"));
  }

  /**
   * The trees.
   *
   * @throws IllegalArgumentException where the arrays are no trees for rows of this many features
   */
  List<RandomizedTrees.Tree> trees(int features) {
    require(sizes.length >= SIZES && sizes.length % SIZES == 0 && values.length >= 1);
    List<RandomizedTrees.Tree> trees = new ArrayList<>();
    int node = 0;
    int cut = 0;
    int code = 0;
    for (int t = 0; t < sizes.length; t += SIZES) {
      int nodeCount = part(sizes[t], nodes.length - node);
      int cutCount = part(sizes[t + 1], cuts.length - cut);
      int codeCount = part(sizes[t + 2], codes.length - code);
      trees.add(
          new Part(
                  Arrays.copyOfRange(nodes, node, node + nodeCount),
                  Arrays.copyOfRange(cuts, cut, cut + cutCount),
                  Arrays.copyOfRange(codes, code, code + codeCount))
              .tree(features, values.length));
      node += nodeCount;
      cut += cutCount;
      code += codeCount;
    }
    require(node == nodes.length && cut == cuts.length && code == codes.length);
    return trees;
  }

  private static int part(float size, int left) {
    require(size >= 0 && size <= left);
    return (int) size;
  }

  private static void require(boolean sound) {
    if (!sound) {
      throw new IllegalArgumentException("these numbers are no trees");
    }
  }

  /** One tree. */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  private record Part(float[] nodes, float[] cuts, float[] codes) {
    RandomizedTrees.Tree tree(int features, int values) {
      int[] feature = new int[nodes.length];
      float[] threshold = new float[nodes.length];
      boolean[] missingRight = new boolean[nodes.length];
      int[] next = new int[nodes.length];
      int[] end = new int[nodes.length];
      // splits whose right side has not begun
      Deque<Integer> open = new ArrayDeque<>();
      int cut = 0;
      int code = 0;
      for (int i = 0; i < nodes.length; i++) {
        int node = (int) nodes[i];
        if (node >= 0) {
          require(node / 2 < features && cut < cuts.length);
          feature[i] = node / 2;
          missingRight[i] = node % 2 == 1;
          threshold[i] = cuts[cut++];
          open.push(i);
          continue;
        }
        require(-node <= codes.length - code);
        feature[i] = -1;
        next[i] = code;
        code -= node;
        end[i] = code;
        // a tree ends with the leaf after which no split waits for its right side
        require(open.isEmpty() == (i == nodes.length - 1));
        if (!open.isEmpty()) {
          next[open.pop()] = i + 1;
        }
      }
      require(nodes.length > 0 && open.isEmpty() && cut == cuts.length && code == codes.length);
      return new RandomizedTrees.Tree(feature, threshold, missingRight, next, end, leaves(values));
    }

    private int[] leaves(int values) {
      int[] leaves = new int[codes.length];
      for (int c = 0; c < leaves.length; c++) {
        leaves[c] = (int) codes[c];
        require(leaves[c] % RandomizedTrees.SHARES > 0);
        require(leaves[c] > 0 && leaves[c] / RandomizedTrees.SHARES < values);
      }
      return leaves;
    }
  }
}
