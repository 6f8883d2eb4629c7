package dev.athanor.models.elements.heads;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Grows one of the {@link RandomizedTrees}. */
final class RandomizedTreeGrower {
  private static final double LEAST_RANGE = 1e-6;

  private final float[][] columns;
  private final float[] targets;
  private final int[] codes;
  private final float[] weights;
  private final double leastWeight;
  private final int tries;
  private final SplittableRandom random;
  private final int[] order;
  private final int[] turn;
  private final float[] here;

  private int[] feature = new int[256];
  private float[] threshold = new float[256];
  private boolean[] missingRight = new boolean[256];
  private int[] next = new int[256];
  private int[] end = new int[256];
  private int nodes;
  private int[] leaves = new int[1024];
  private int entries;

  RandomizedTreeGrower(
      float[][] columns,
      float[] targets,
      int[] codes,
      float[] weights,
      RandomizedTreesSettings settings,
      long seed) {
    this.columns = columns;
    this.targets = targets;
    this.codes = codes;
    this.weights = weights;
    leastWeight = settings.leastWeight();
    tries = (int) Math.ceil(settings.triedShare() * columns.length);
    random = new SplittableRandom(seed);
    order = new int[targets.length];
    Arrays.setAll(order, i -> i);
    turn = new int[columns.length];
    Arrays.setAll(turn, i -> i);
    here = new float[targets.length];
  }

  RandomizedTrees.Tree grow() {
    node(0, order.length);
    return new RandomizedTrees.Tree(
        Arrays.copyOf(feature, nodes),
        Arrays.copyOf(threshold, nodes),
        Arrays.copyOf(missingRight, nodes),
        Arrays.copyOf(next, nodes),
        Arrays.copyOf(end, nodes),
        Arrays.copyOf(leaves, entries));
  }

  /** A cut: rows above it, and those without a value if so, go right. */
  private record Cut(int feature, float threshold, boolean missingRight, double gain) {
    static final Cut NONE = new Cut(-1, 0, false, -1);
  }

  private void node(int from, int to) {
    int own = newNode();
    Cut cut = best(from, to);
    if (cut.feature < 0) {
      leaf(own, from, to);
      return;
    }
    int middle = partition(cut, from, to);
    feature[own] = cut.feature;
    threshold[own] = cut.threshold;
    missingRight[own] = cut.missingRight;
    node(from, middle);
    next[own] = nodes;
    node(middle, to);
  }

  private int newNode() {
    if (nodes == feature.length) {
      feature = Arrays.copyOf(feature, 2 * nodes);
      threshold = Arrays.copyOf(threshold, 2 * nodes);
      missingRight = Arrays.copyOf(missingRight, 2 * nodes);
      next = Arrays.copyOf(next, 2 * nodes);
      end = Arrays.copyOf(end, 2 * nodes);
    }
    feature[nodes] = -1;
    return nodes++;
  }

  private Cut best(int from, int to) {
    double sum = 0;
    double total = 0;
    float least = Float.POSITIVE_INFINITY;
    float greatest = Float.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      int row = order[i];
      sum += weights[row] * targets[row];
      total += weights[row];
      least = Math.min(least, targets[row]);
      greatest = Math.max(greatest, targets[row]);
    }
    Cut best = Cut.NONE;
    if (total < 2 * leastWeight || greatest - least < LEAST_RANGE) {
      return best;
    }
    int tried = 0;
    for (int t = 0; t < turn.length && tried < tries; t++) {
      int other = t + random.nextInt(turn.length - t);
      int f = turn[other];
      turn[other] = turn[t];
      turn[t] = f;
      float low = Float.POSITIVE_INFINITY;
      float high = Float.NEGATIVE_INFINITY;
      float[] column = columns[f];
      for (int i = from; i < to; i++) {
        float value = column[order[i]];
        here[i] = value;
        low = value < low ? value : low;
        high = value > high ? value : high;
      }
      if (high > low) {
        tried++;
        Cut cut = tried(f, low, high, from, to, sum, total, best.gain);
        best = cut.feature >= 0 ? cut : best;
      }
    }
    return best;
  }

  /** A cut of one feature, if it gains more than the best so far. */
  private Cut tried(
      int f, float low, float high, int from, int to, double sum, double total, double toBeat) {
    float drawn = low + (high - low) * (float) random.nextDouble();
    float cut = drawn >= high ? low : drawn;
    double left = 0;
    double leftWeight = 0;
    double missing = 0;
    double missingWeight = 0;
    for (int i = from; i < to; i++) {
      float value = here[i];
      if (value <= cut) {
        left += weights[order[i]] * targets[order[i]];
        leftWeight += weights[order[i]];
      } else if (Float.isNaN(value)) {
        missing += weights[order[i]] * targets[order[i]];
        missingWeight += weights[order[i]];
      }
    }
    Cut best = Cut.NONE;
    double most = toBeat;
    for (int side = 0; side < (missingWeight > 0 ? 2 : 1); side++) {
      double sideSum = side == 0 ? left + missing : left;
      double sideWeight = side == 0 ? leftWeight + missingWeight : leftWeight;
      if (sideWeight < leastWeight || total - sideWeight < leastWeight) {
        continue;
      }
      double gain =
          sideSum * sideSum / sideWeight + (sum - sideSum) * (sum - sideSum) / (total - sideWeight);
      if (gain > most) {
        most = gain;
        best = new Cut(f, cut, side == 1, gain);
      }
    }
    return best;
  }

  private int partition(Cut cut, int from, int to) {
    float[] column = columns[cut.feature];
    int low = from;
    int high = to - 1;
    while (low <= high) {
      float value = column[order[low]];
      boolean right = Float.isNaN(value) ? cut.missingRight : value > cut.threshold;
      if (right) {
        int row = order[low];
        order[low] = order[high];
        order[high--] = row;
      } else {
        low++;
      }
    }
    return low;
  }

  /** Writes the values of the rows, equal ones together, with their shares of the weight. */
  private void leaf(int own, int from, int to) {
    double total = 0;
    int[] rows = Arrays.copyOfRange(order, from, to);
    for (int row : rows) {
      total += weights[row];
    }
    int[] sorted = Arrays.stream(rows).map(row -> codes[row]).sorted().distinct().toArray();
    next[own] = entries;
    for (int code : sorted) {
      double weight = 0;
      for (int row : rows) {
        weight += codes[row] == code ? weights[row] : 0;
      }
      int share = (int) Math.round(weight / total * (RandomizedTrees.SHARES - 1));
      if (entries == leaves.length) {
        leaves = Arrays.copyOf(leaves, 2 * entries);
      }
      leaves[entries++] = code * RandomizedTrees.SHARES + Math.max(1, share);
    }
    end[own] = entries;
  }
}
