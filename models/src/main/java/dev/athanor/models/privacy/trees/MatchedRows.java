package dev.athanor.models.privacy.trees;

import dev.athanor.models.privacy.mechanism.NoiseSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Public rows that are made to resemble private ones: records are counted in the leaves of random
 * trees, under noise, and public rows are weighed until they are as frequent in each leaf. Three
 * times rows of large weight are varied, and the varied ones weighed by all counts so far.
 *
 * <p>Trees drawn from such rows have leaves that about as many records reach; drawn from others,
 * they waste noise on leaves of none.
 *
 * @see <a href="https://arxiv.org/abs/1012.4763">Hardt, Ligett and McSherry, A simple and practical
 *     algorithm for differentially private data release (2012), for weighing by noised counts</a>
 */
final class MatchedRows {
  private static final int GENERATIONS = 3;
  private static final int DRAWN = 8000;
  private static final int FOR_A_TREE = 2000;
  private static final int TREES_OF_A_DRAW = 20;
  private static final double RATE = 0.3;
  private static final double MOST = 5;
  private static final double FEW = 5;

  private final float[][] records;
  private final double deviation;
  private final NoiseSource noise;
  private final RandomGenerator random;
  private final List<Counted> counted = new ArrayList<>();

  /** A tree with the noised numbers of records in its leaves. */
  private static final class Counted {
    private final RandomTree tree;
    private final double[] counts;

    Counted(RandomTree tree, double[] counts) {
      this.tree = tree;
      this.counts = counts;
    }
  }

  /**
   * Of these records.
   *
   * @param deviation of the noise on each count
   */
  MatchedRows(float[][] records, double deviation, NoiseSource noise, RandomGenerator random) {
    this.records = records;
    this.deviation = deviation;
    this.noise = noise;
    this.random = random;
  }

  /** Public rows, drawn by the weights that come out. */
  float[][] of(PublicRows start, TreeSettings settings, double[] odds) {
    PublicRows rows = start;
    double[] weights = equal(rows);
    for (int generation = 0; generation < GENERATIONS; generation++) {
      int from = settings.matching() * generation / GENERATIONS;
      int to = settings.matching() * (generation + 1) / GENERATIONS;
      float[][] drawn = new float[0][];
      for (int i = from; i < to; i++) {
        if ((i - from) % TREES_OF_A_DRAW == 0) {
          drawn = rowsOf(rows.rows(), draw(weights, DRAWN, random));
        }
        Counted next = count(drawn, settings.matchingLeaves(), odds);
        counted.add(next);
        weigh(next, rows.rows(), weights);
      }
      rows = rows.varied(draw(weights, rows.rows().length, random), random);
      weights = equal(rows);
      for (Counted earlier : counted) {
        weigh(earlier, rows.rows(), weights);
      }
    }
    return rowsOf(rows.rows(), draw(weights, rows.rows().length, random));
  }

  private Counted count(float[][] drawn, int leaves, double[] odds) {
    float[][] few = new float[FOR_A_TREE][];
    Arrays.setAll(few, i -> drawn[random.nextInt(drawn.length)]);
    RandomTree tree = RandomTree.draw(few, leaves, odds, random);
    LeafSums sums = new LeafSums(tree.leaves(), 1, 1);
    for (float[] record : records) {
      sums.add(tree.leaf(record), new double[] {1});
    }
    return new Counted(tree, sums.release(deviation, noise));
  }

  private void weigh(Counted measured, float[][] rows, double[] weights) {
    int[] leaves = measured.tree.leaves(rows);
    double[] expected = new double[measured.counts.length];
    for (int i = 0; i < leaves.length; i++) {
      expected[leaves[i]] += records.length * weights[i];
    }
    double more = deviation + FEW;
    double[] factors = new double[expected.length];
    for (int leaf = 0; leaf < factors.length; leaf++) {
      double ratio = (Math.max(0, measured.counts[leaf]) + more) / (expected[leaf] + more);
      factors[leaf] = Math.pow(Math.max(1 / MOST, Math.min(MOST, ratio)), RATE);
    }
    double sum = 0;
    for (int i = 0; i < leaves.length; i++) {
      weights[i] *= factors[leaves[i]];
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
  }

  private static double[] equal(PublicRows rows) {
    double[] weights = new double[rows.rows().length];
    Arrays.fill(weights, 1.0 / weights.length);
    return weights;
  }

  private static float[][] rowsOf(float[][] rows, int[] chosen) {
    float[][] result = new float[chosen.length][];
    Arrays.setAll(result, i -> rows[chosen[i]]);
    return result;
  }

  /** Indices drawn by weights that add to 1, each as often as it comes. */
  private static int[] draw(double[] weights, int count, RandomGenerator random) {
    double[] sums = weights.clone();
    Arrays.parallelPrefix(sums, Double::sum);
    int[] result = new int[count];
    for (int i = 0; i < count; i++) {
      int at = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
      result[i] = Math.min(sums.length - 1, at < 0 ? -at - 1 : at);
    }
    return result;
  }
}
