package dev.athanor.models.elements.heads;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Gradient boosting of regression trees on binned features.
 *
 * <p>Each tree is complete to its depth and grown level by level: for every node and feature the
 * sums of gradient and curvature by bin are scanned for the cut with the largest {@code G^2 / (H +
 * s)}; missing values go where they gain most. A leaf answers {@code -G / (H + s)}, times the rate.
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

  private static final double SMOOTH = 0.1;

  private final double start;
  private final int depth;
  private final short[] feature;
  private final float[] threshold;
  private final boolean[] missingRight;
  private final float[] leaf;

  private BoostedTrees(
      double start,
      int depth,
      short[] feature,
      float[] threshold,
      boolean[] missingRight,
      float[] leaf) {
    this.start = start;
    this.depth = depth;
    this.feature = feature;
    this.threshold = threshold;
    this.missingRight = missingRight;
    this.leaf = leaf;
  }

  /** Fits trees to rows with targets and weights. */
  public static BoostedTrees fit(
      List<float[]> rows,
      float[] targets,
      float[] weights,
      Objective objective,
      BoostingSettings settings,
      long seed) {
    return new Fit(FeatureTable.of(rows), targets, weights, objective, settings, seed).run();
  }

  /** The answer for one row; log odds for {@link Objective#LOGISTIC}. */
  public double predict(float[] row) {
    int internal = (1 << depth) - 1;
    int leaves = 1 << depth;
    double sum = start;
    for (int tree = 0, base = 0, leafBase = 0;
        base < feature.length;
        tree++, base += internal, leafBase = tree * leaves) {
      int node = 0;
      while (node < internal) {
        int f = feature[base + node];
        boolean right = false;
        if (f >= 0) {
          float value = row[f];
          right = Float.isNaN(value) ? missingRight[base + node] : value > threshold[base + node];
        }
        node = 2 * node + (right ? 2 : 1);
      }
      sum += leaf[leafBase + node - internal];
    }
    return sum;
  }

  /**
   * All of it as numbers: start, depth, then for each split feature, threshold, side; then leaves.
   */
  public float[] toArray() {
    float[] result = new float[3 + 3 * feature.length + leaf.length];
    result[0] = (float) start;
    result[1] = depth;
    result[2] = feature.length;
    int at = 3;
    for (int i = 0; i < feature.length; i++) {
      result[at++] = feature[i];
      result[at++] = threshold[i];
      result[at++] = missingRight[i] ? 1 : 0;
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
    if (values.length < 3) {
      throw new IllegalArgumentException("these numbers are no trees");
    }
    int depth = (int) values[1];
    int splits = (int) values[2];
    if (depth < 1
        || depth > 8
        || splits < 0
        || splits % ((1 << depth) - 1) != 0
        || values.length < 3 + 3L * splits) {
      throw new IllegalArgumentException("these numbers are no trees");
    }
    short[] feature = new short[splits];
    float[] threshold = new float[splits];
    boolean[] missingRight = new boolean[splits];
    int at = 3;
    for (int i = 0; i < splits; i++) {
      feature[i] = (short) values[at++];
      if (feature[i] >= features) {
        throw new IllegalArgumentException("these trees are for longer rows");
      }
      threshold[i] = values[at++];
      missingRight[i] = values[at++] > 0.5f;
    }
    float[] leaf = Arrays.copyOfRange(values, at, values.length);
    if (leaf.length != splits / ((1 << depth) - 1) * (1 << depth)) {
      throw new IllegalArgumentException("these trees lack leaves");
    }
    return new BoostedTrees(values[0], depth, feature, threshold, missingRight, leaf);
  }

  private static final class Fit {
    private final FeatureTable table;
    private final float[] targets;
    private final float[] weights;
    private final Objective objective;
    private final BoostingSettings settings;
    private final Random random;
    private final int internal;
    private final int leaves;
    private final short[] feature;
    private final float[] threshold;
    private final boolean[] missingRight;
    private final float[] leaf;
    private final double[] answer;
    private final float[] gradient;
    private final float[] curvature;
    private final int[] place;

    Fit(
        FeatureTable table,
        float[] targets,
        float[] weights,
        Objective objective,
        BoostingSettings settings,
        long seed) {
      this.table = table;
      this.targets = targets;
      this.weights = weights;
      this.objective = objective;
      this.settings = settings;
      random = new Random(seed);
      internal = (1 << settings.depth()) - 1;
      leaves = 1 << settings.depth();
      feature = new short[settings.trees() * internal];
      Arrays.fill(feature, (short) -1);
      threshold = new float[feature.length];
      missingRight = new boolean[feature.length];
      leaf = new float[settings.trees() * leaves];
      answer = new double[table.rows()];
      gradient = new float[table.rows()];
      curvature = new float[table.rows()];
      place = new int[table.rows()];
    }

    BoostedTrees run() {
      double start = start();
      Arrays.fill(answer, start);
      for (int tree = 0; tree < settings.trees(); tree++) {
        gradients();
        grow(tree);
      }
      return new BoostedTrees(start, settings.depth(), feature, threshold, missingRight, leaf);
    }

    private double start() {
      double sum = 0;
      double total = 0;
      for (int r = 0; r < targets.length; r++) {
        sum += weights[r] * targets[r];
        total += weights[r];
      }
      double mean = sum / total;
      return objective == Objective.LOGISTIC ? Math.log(mean / (1 - mean)) : mean;
    }

    private void gradients() {
      for (int r = 0; r < targets.length; r++) {
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
        boolean used = random.nextDouble() < settings.rowShare();
        gradient[r] = used ? (float) (weights[r] * g) : 0;
        curvature[r] = used ? (float) (weights[r] * h) : 0;
      }
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
      Arrays.fill(place, 0);
      int[] chosen = chosenFeatures();
      int base = tree * internal;
      for (int level = 0; level < settings.depth(); level++) {
        split(base, level, chosen);
      }
      double[] sumGradient = new double[leaves];
      double[] sumCurvature = new double[leaves];
      for (int r = 0; r < place.length; r++) {
        sumGradient[place[r]] += gradient[r];
        sumCurvature[place[r]] += curvature[r];
      }
      for (int l = 0; l < leaves; l++) {
        double value = -sumGradient[l] / (sumCurvature[l] + settings.shrinkage());
        leaf[tree * leaves + l] = (float) (settings.rate() * value);
      }
      for (int r = 0; r < place.length; r++) {
        answer[r] += leaf[tree * leaves + place[r]];
      }
    }

    private void split(int base, int level, int[] chosen) {
      int nodes = 1 << level;
      int first = nodes - 1;
      double[] bestGain = new double[nodes];
      Arrays.fill(bestGain, 1e-7);
      int[] bestBin = new int[nodes];
      int[] bestFeature = new int[nodes];
      Arrays.fill(bestFeature, -1);
      boolean[] bestMissing = new boolean[nodes];
      double[] g = new double[nodes * FeatureTable.MAX_BINS];
      double[] h = new double[nodes * FeatureTable.MAX_BINS];
      for (int f : chosen) {
        Arrays.fill(g, 0);
        Arrays.fill(h, 0);
        byte[] column = table.column(f);
        for (int r = 0; r < column.length; r++) {
          int cell = place[r] * FeatureTable.MAX_BINS + column[r];
          g[cell] += gradient[r];
          h[cell] += curvature[r];
        }
        for (int node = 0; node < nodes; node++) {
          scan(f, node, g, h, bestGain, bestBin, bestFeature, bestMissing);
        }
      }
      for (int node = 0; node < nodes; node++) {
        if (bestFeature[node] >= 0) {
          int at = base + first + node;
          feature[at] = (short) bestFeature[node];
          threshold[at] = table.edgeAbove(bestFeature[node], bestBin[node]);
          missingRight[at] = bestMissing[node];
        }
      }
      for (int r = 0; r < place.length; r++) {
        int node = place[r];
        int f = bestFeature[node];
        boolean right = false;
        if (f >= 0) {
          int bin = table.column(f)[r];
          right = bin == 0 ? bestMissing[node] : bin > bestBin[node];
        }
        place[r] = 2 * node + (right ? 1 : 0);
      }
    }

    private void scan(
        int f,
        int node,
        double[] g,
        double[] h,
        double[] bestGain,
        int[] bestBin,
        int[] bestFeature,
        boolean[] bestMissing) {
      int from = node * FeatureTable.MAX_BINS;
      int bins = table.binCount(f);
      double totalG = 0;
      double totalH = 0;
      for (int b = 0; b < bins; b++) {
        totalG += g[from + b];
        totalH += h[from + b];
      }
      double whole = score(totalG, totalH);
      double missingG = g[from];
      double missingH = h[from];
      double leftG = 0;
      double leftH = 0;
      for (int b = 1; b < bins - 1; b++) {
        leftG += g[from + b];
        leftH += h[from + b];
        for (int side = 0; side < (missingH > 0 ? 2 : 1); side++) {
          double lg = side == 0 ? leftG + missingG : leftG;
          double lh = side == 0 ? leftH + missingH : leftH;
          if (lh < settings.minimumWeight() || totalH - lh < settings.minimumWeight()) {
            continue;
          }
          double gain = score(lg, lh) + score(totalG - lg, totalH - lh) - whole;
          if (gain > bestGain[node]) {
            bestGain[node] = gain;
            bestBin[node] = b;
            bestFeature[node] = f;
            bestMissing[node] = side == 1;
          }
        }
      }
    }

    private double score(double sumGradient, double sumCurvature) {
      return sumGradient * sumGradient / (sumCurvature + settings.shrinkage());
    }
  }
}
