package dev.athanor.models.elements.heads;

import java.util.Arrays;
import java.util.Random;

/**
 * Grows boosted trees on binned features. Rows of a node lie together, so that sums by bin are
 * taken over the smaller child of each split only; the larger child's are what is left of the
 * parent's.
 */
final class TreeGrower {
  private static final double SMOOTH = 0.1;
  private static final int CELLS = 2 * FeatureTable.MAX_BINS;

  private final FeatureTable table;
  private final float[] targets;
  private final float[] weights;
  private final BoostedTrees.Objective objective;
  private final BoostingSettings settings;
  private final Random random;
  private final SplitNodes nodes;
  private final double[] answer;
  private final float[] gradient;
  private final float[] curvature;

  /** Rows that the tree learns from, those of a node together. */
  private final int[] order;

  private final int[] spare;
  private int used;

  TreeGrower(
      FeatureTable table,
      float[] targets,
      float[] weights,
      BoostedTrees.Objective objective,
      BoostingSettings settings,
      long seed) {
    this.table = table;
    this.targets = targets;
    this.weights = weights;
    this.objective = objective;
    this.settings = settings;
    random = new Random(seed);
    nodes = new SplitNodes(settings.trees(), settings.depth());
    answer = new double[table.rows()];
    gradient = new float[table.rows()];
    curvature = new float[table.rows()];
    order = new int[table.rows()];
    spare = new int[table.rows()];
  }

  BoostedTrees run() {
    double start = start();
    Arrays.fill(answer, start);
    for (int tree = 0; tree < settings.trees(); tree++) {
      draw();
      grow(tree);
    }
    return new BoostedTrees(start, nodes);
  }

  private double start() {
    double sum = 0;
    double total = 0;
    for (int r = 0; r < targets.length; r++) {
      sum += weights[r] * targets[r];
      total += weights[r];
    }
    double mean = sum / total;
    return objective == BoostedTrees.Objective.LOGISTIC ? Math.log(mean / (1 - mean)) : mean;
  }

  /** Draws the rows of a tree; the others have no gradient and lie behind them. */
  private void draw() {
    used = 0;
    int rest = order.length;
    for (int r = 0; r < targets.length; r++) {
      if (random.nextDouble() < settings.rowShare()) {
        order[used++] = r;
        derive(r);
      } else {
        order[--rest] = r;
      }
    }
  }

  private void derive(int r) {
    double difference = answer[r] - targets[r];
    double g;
    double h;
    switch (objective) {
      case SQUARED -> {
        g = difference;
        h = 1;
      }
      case ABSOLUTE -> {
        double scale = Math.sqrt(difference * difference + SMOOTH * SMOOTH);
        g = difference / scale;
        h = 1 / scale;
      }
      case LOGISTIC -> {
        double p = 1 / (1 + Math.exp(-answer[r]));
        g = p - targets[r];
        h = Math.max(1e-6, p * (1 - p));
      }
      default -> throw new IllegalStateException("unknown objective " + objective);
    }
    gradient[r] = (float) (weights[r] * g);
    curvature[r] = (float) (weights[r] * h);
  }

  private int[] chosenFeatures() {
    int[] chosen = new int[table.features()];
    int count = 0;
    for (int f = 0; f < chosen.length; f++) {
      if (table.binCount(f) > 2 && random.nextDouble() < settings.featureShare()) {
        chosen[count++] = f;
      }
    }
    return Arrays.copyOf(chosen, count);
  }

  private void grow(int tree) {
    int[] chosen = chosenFeatures();
    int[] begin = {0, used};
    double[][] sums = {sums(chosen, 0, used)};
    for (int level = 0; level < settings.depth(); level++) {
      int count = 1 << level;
      int[] next = new int[2 * count + 1];
      double[][] below = new double[2 * count][];
      boolean last = level == settings.depth() - 1;
      for (int node = 0; node < count; node++) {
        Split split = best(chosen, sums[node]);
        split.write(nodes, tree, count - 1 + node, table);
        int middle = partition(split, begin[node], begin[node + 1]);
        next[2 * node] = begin[node];
        next[2 * node + 1] = middle;
        if (!last) {
          share(chosen, sums[node], begin[node], middle, begin[node + 1], below, 2 * node);
        }
      }
      next[2 * count] = used;
      begin = next;
      sums = below;
    }
    answer(tree, begin);
  }

  /** Sums of gradient and curvature by chosen feature and bin. */
  private double[] sums(int[] chosen, int from, int to) {
    double[] result = new double[chosen.length * CELLS];
    for (int c = 0; c < chosen.length; c++) {
      byte[] column = table.column(chosen[c]);
      int base = c * CELLS;
      for (int i = from; i < to; i++) {
        int r = order[i];
        int cell = base + 2 * column[r];
        result[cell] += gradient[r];
        result[cell + 1] += curvature[r];
      }
    }
    return result;
  }

  private void share(
      int[] chosen, double[] whole, int from, int middle, int to, double[][] below, int child) {
    boolean leftSmaller = middle - from <= to - middle;
    double[] small = leftSmaller ? sums(chosen, from, middle) : sums(chosen, middle, to);
    for (int i = 0; i < whole.length; i++) {
      whole[i] -= small[i];
    }
    below[child] = leftSmaller ? small : whole;
    below[child + 1] = leftSmaller ? whole : small;
  }

  private Split best(int[] chosen, double[] sums) {
    Split best = Split.NONE;
    for (int c = 0; c < chosen.length; c++) {
      best = better(best, chosen[c], sums, c * CELLS);
    }
    return best;
  }

  private Split better(Split best, int f, double[] sums, int from) {
    Split found = best;
    int bins = table.binCount(f);
    double totalG = 0;
    double totalH = 0;
    for (int b = 0; b < bins; b++) {
      totalG += sums[from + 2 * b];
      totalH += sums[from + 2 * b + 1];
    }
    double whole = score(totalG, totalH);
    double missingG = sums[from];
    double missingH = sums[from + 1];
    int sides = missingH > 1e-6 ? 2 : 1;
    double leftG = 0;
    double leftH = 0;
    for (int b = 1; b < bins - 1; b++) {
      leftG += sums[from + 2 * b];
      leftH += sums[from + 2 * b + 1];
      for (int side = 0; side < sides; side++) {
        double lg = side == 0 ? leftG + missingG : leftG;
        double lh = side == 0 ? leftH + missingH : leftH;
        if (lh < settings.minimumWeight() || totalH - lh < settings.minimumWeight()) {
          continue;
        }
        double gain = score(lg, lh) + score(totalG - lg, totalH - lh) - whole;
        if (gain > found.gain) {
          found = new Split(gain, f, b, side == 1);
        }
      }
    }
    return found;
  }

  private double score(double sumGradient, double sumCurvature) {
    return sumGradient * sumGradient / (sumCurvature + settings.shrinkage());
  }

  /** Puts the rows that go left before the others, each in the order that they had. */
  private int partition(Split split, int from, int to) {
    int left = from;
    int right = 0;
    for (int i = from; i < to; i++) {
      int r = order[i];
      if (split.right(table, r)) {
        spare[right++] = r;
      } else {
        order[left++] = r;
      }
    }
    System.arraycopy(spare, 0, order, left, right);
    return left;
  }

  private void answer(int tree, int[] begin) {
    for (int l = 0; l < begin.length - 1; l++) {
      double g = 0;
      double h = 0;
      for (int i = begin[l]; i < begin[l + 1]; i++) {
        g += gradient[order[i]];
        h += curvature[order[i]];
      }
      double value = -g / (h + settings.shrinkage());
      float share = (float) (settings.rate() * value);
      nodes.leaf(tree, l, share);
      for (int i = begin[l]; i < begin[l + 1]; i++) {
        answer[order[i]] += share;
      }
    }
    for (int i = used; i < order.length; i++) {
      answer[order[i]] += nodes.leaf(tree, table, order[i]);
    }
  }

  /**
   * A cut of one feature.
   *
   * @param gain what it adds to the fit
   * @param feature -1 where nothing is worth cutting: all rows go left
   * @param bin last bin on the left
   * @param missingRight where rows go that lack the feature
   */
  private record Split(double gain, int feature, int bin, boolean missingRight) {
    private static final Split NONE = new Split(1e-7, -1, 0, false);

    boolean right(FeatureTable table, int row) {
      if (feature < 0) {
        return false;
      }
      int own = table.column(feature)[row];
      return own == 0 ? missingRight : own > bin;
    }

    void write(SplitNodes nodes, int tree, int node, FeatureTable table) {
      if (feature >= 0) {
        nodes.split(tree, node, feature, bin, table.edgeAbove(feature, bin), missingRight);
      }
    }
  }
}
