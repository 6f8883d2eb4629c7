package dev.athanor.models.privacy.trees;

import dev.athanor.models.privacy.accounting.GaussianMechanism;
import dev.athanor.models.privacy.accounting.NoiseCalibration;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.accounting.PrivateMechanism;
import dev.athanor.models.privacy.accounting.RenyiCost;
import dev.athanor.models.privacy.mechanism.NoiseSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Gradient boosting under privacy, with trees that public rows shape.
 *
 * <ol>
 *   <li>the number of records of each label, under noise, is where the scores begin;
 *   <li>{@link MatchedRows} makes public rows resemble the records;
 *   <li>each tree is drawn from those rows; the sum over the records of a leaf of {@code y - p},
 *       shortened, is released under noise, and moves the scores there by {@code rate sum / (n /
 *       leaves c + s)}.
 * </ol>
 *
 * <p>All sums are Gaussian releases; adding or leaving out one record moves each by no more than
 * its bound. Since splits cost nothing, hundreds of trees are affordable, and noise of one is
 * averaged with that of others. Where rows have no public likeness, use linear classifiers on
 * features.
 *
 * @see <a href="https://arxiv.org/abs/2210.02910">Maddock et al., Federated boosted decision trees
 *     with differential privacy (2022), for totally random trees</a>
 * @see <a href="https://arxiv.org/abs/2106.09680">Nori et al., Accuracy, interpretability, and
 *     differential privacy via explainable boosting (2021), for noise on sums instead of splits</a>
 */
public final class PrivateBoosting {
  /** Of a record's curvature, summed over a leaf that has its share of records. */
  private static final double CURVATURE = 0.3;

  private static final int FOR_A_TREE = 3000;

  /** Noise on the numbers of records of the labels, over that of all releases if there were one. */
  private static final double LABEL_SHARE = 0.005;

  /** Rounding of calibrated deviations errs to more noise. */
  private static final double ABOVE = 1 + 1e-9;

  private final TreeSettings settings;
  private final double deviation;

  private PrivateBoosting(TreeSettings settings, double deviation) {
    this.settings = settings;
    this.deviation = deviation;
  }

  /** A training that keeps a guarantee. */
  public static PrivateBoosting under(PrivacyGuarantee guarantee, TreeSettings settings) {
    return under(guarantee, settings, RenyiCost.NONE);
  }

  /**
   * A training that keeps a guarantee together with something else.
   *
   * @param besides what else is released of the same records
   */
  public static PrivateBoosting under(
      PrivacyGuarantee guarantee, TreeSettings settings, RenyiCost besides) {
    return new PrivateBoosting(
        settings,
        ABOVE
            * NoiseCalibration.leastNoise(
                guarantee, noise -> new GaussianMechanism(1, noise, 1).cost().plus(besides)));
  }

  /** The same training without noise, to see what privacy takes. */
  public static PrivateBoosting unguarded(TreeSettings settings) {
    return new PrivateBoosting(settings, 0);
  }

  /** All that it releases; to be entered into a ledger before {@link #run}. */
  public List<PrivateMechanism> mechanisms() {
    if (deviation == 0) {
      throw new IllegalStateException("a training without noise has no price");
    }
    List<PrivateMechanism> all = new ArrayList<>();
    all.add(new GaussianMechanism(1, ofLabels(), 1));
    if (settings.matching() > 0) {
      all.add(new GaussianMechanism(1, ofMatching(), settings.matching()));
    }
    all.add(new GaussianMechanism(settings.bound(), ofTrees(), settings.trees()));
    return all;
  }

  /**
   * Trains.
   *
   * @param records rows of the private records; their number is taken as known
   * @param labels of the records, from 0 on
   * @param classes how many labels there are
   * @param likeness public rows of the same columns
   * @param odds of each column to be split by; need not add to 1
   * @param seed of the trees, which need no secrecy
   * @param noise of the releases
   */
  public BoostedForest run(
      float[][] records,
      int[] labels,
      int classes,
      PublicRows likeness,
      double[] odds,
      long seed,
      NoiseSource noise) {
    return released(records, labels, classes, likeness, odds, seed, noise).forest();
  }

  /**
   * Trains, and averages what comes out with a small network that learns from it on the public
   * rows: at the same price, since it sees released sums only, and mostly better.
   *
   * @see #run
   */
  public SmoothedForest runSmoothed(
      float[][] records,
      int[] labels,
      int classes,
      PublicRows likeness,
      double[] odds,
      long seed,
      NoiseSource noise) {
    Released released = released(records, labels, classes, likeness, odds, seed, noise);
    return SmoothedForest.of(released.forest(), released.rows(), seed);
  }

  /** A forest with the public rows that were made to resemble the records. */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  private record Released(BoostedForest forest, float[][] rows) {}

  private Released released(
      float[][] records,
      int[] labels,
      int classes,
      PublicRows likeness,
      double[] odds,
      long seed,
      NoiseSource noise) {
    RandomGenerator random = new Random(seed);
    double[] running = running(odds);
    double[] start = start(records, labels, classes, noise);
    float[][] rows = matched(records, likeness, running, random, noise);
    return new Released(boosted(records, labels, start, rows, running, random, noise), rows);
  }

  private float[][] matched(
      float[][] records,
      PublicRows likeness,
      double[] running,
      RandomGenerator random,
      NoiseSource noise) {
    return settings.matching() > 0
        ? new MatchedRows(records, deviation == 0 ? 0 : ofMatching(), noise, random)
            .of(likeness, settings, running)
        : likeness.rows();
  }

  private BoostedForest boosted(
      float[][] records,
      int[] labels,
      double[] start,
      float[][] rows,
      double[] running,
      RandomGenerator random,
      NoiseSource noise) {
    TreeSettings tempered =
        deviation > 0 ? settings.tempered(records.length / deviation) : settings;
    List<RandomTree> trees = new ArrayList<>();
    List<float[]> answers = new ArrayList<>();
    double[][] scores = new double[records.length][];
    Arrays.setAll(scores, i -> start.clone());
    for (int i = 0; i < tempered.trees(); i++) {
      float[][] few = new float[FOR_A_TREE][];
      Arrays.setAll(few, k -> rows[random.nextInt(rows.length)]);
      RandomTree tree = RandomTree.draw(few, tempered.leaves(), running, random);
      trees.add(tree);
      answers.add(boost(tree, tempered.rate(), records, labels, scores, noise));
    }
    return new BoostedForest(start, trees, answers);
  }

  /** One tree's answers; scores move by them. */
  private float[] boost(
      RandomTree tree,
      double rate,
      float[][] records,
      int[] labels,
      double[][] scores,
      NoiseSource noise) {
    int classes = scores[0].length;
    int[] leaves = tree.leaves(records);
    LeafSums sums = new LeafSums(tree.leaves(), classes, settings.bound());
    for (int i = 0; i < labels.length; i++) {
      sums.add(leaves[i], error(scores[i], labels[i]));
    }
    double[] released = sums.release(deviation == 0 ? 0 : ofTrees(), noise);
    double factor =
        rate / (CURVATURE * ((double) records.length / tree.leaves() + settings.shrinkage()));
    float[] answer = new float[released.length];
    for (int i = 0; i < answer.length; i++) {
      answer[i] = (float) (factor * released[i]);
    }
    for (int i = 0; i < labels.length; i++) {
      BoostedForest.add(scores[i], answer, leaves[i]);
    }
    return answer;
  }

  private static double[] error(double[] scores, int label) {
    double[] error = BoostedForest.logSoftmax(scores);
    for (int i = 0; i < error.length; i++) {
      error[i] = (i == label ? 1 : 0) - Math.exp(error[i]);
    }
    return error;
  }

  private double[] start(float[][] records, int[] labels, int classes, NoiseSource noise) {
    if (records.length != labels.length || records.length == 0) {
      throw new IllegalArgumentException(
          labels.length + " labels do not fit " + records.length + " records");
    }
    LeafSums counts = new LeafSums(classes, 1, 1);
    for (int label : labels) {
      counts.add(label, new double[] {1});
    }
    double[] start = counts.release(deviation == 0 ? 0 : ofLabels(), noise);
    for (int i = 0; i < classes; i++) {
      start[i] = Math.log(Math.max(1, start[i]));
    }
    return BoostedForest.logSoftmax(start);
  }

  private static double[] running(double[] odds) {
    double[] sums = odds.clone();
    Arrays.parallelPrefix(sums, Double::sum);
    double all = sums[sums.length - 1];
    if (!(all > 0)) {
      throw new IllegalArgumentException("no column has odds to be split by");
    }
    Arrays.setAll(sums, i -> sums[i] / all);
    return sums;
  }

  private double ofLabels() {
    return deviation / Math.sqrt(LABEL_SHARE);
  }

  private double ofMatching() {
    return deviation * Math.sqrt(settings.matching() / settings.matchingShare());
  }

  private double ofTrees() {
    double share = 1 - LABEL_SHARE - settings.matchingShare();
    return deviation * settings.bound() * Math.sqrt(settings.trees() / share);
  }
}
