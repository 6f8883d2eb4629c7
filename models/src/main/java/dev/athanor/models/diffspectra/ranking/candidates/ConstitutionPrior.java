package dev.athanor.models.diffspectra.ranking.candidates;

import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.models.diffspectra.forward.MoleculeFragments;
import dev.athanor.models.weights.WeightFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * How likely a constitution is to be in a collection of molecules such as that of the training,
 * among all constitutions of its formula.
 *
 * <p>Logistic regression that tells the molecules of the training from enumerated isomers of their
 * formulas by their groups (small fragments), which are counted in {@value #BUCKETS} buckets. Its
 * logarithm of the odds is used as the logarithm of a prior, up to a constant of the formula. What
 * it learns is the taste of the collection (small rings, few heteroatoms in a row), which is no law
 * of nature: for molecules from elsewhere its weight should be small.
 */
public final class ConstitutionPrior {
  /** Numbers of the regression. */
  static final int BUCKETS = 1 << 15;

  private static final int PASSES = 6;
  private static final double RATE = 0.1;
  private static final double DECAY = 2e-4;
  private static final double CAUTION = 1e-2;

  /**
   * Larger fragments name single molecules: the prior would learn those of the training by heart.
   */
  private static final int RADIUS = 1;

  private final float[] weights;

  private ConstitutionPrior(float[] weights) {
    this.weights = weights;
  }

  /**
   * A molecule for the fit.
   *
   * @param fragments its small fragments
   * @param member whether it is of the collection
   * @param weight how much it counts
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  public record Example(int[] fragments, boolean member, double weight) {}

  /** Learns by stochastic gradients with steps of their own for each bucket. */
  public static ConstitutionPrior fit(List<Example> examples, long seed) {
    float[] weights = new float[BUCKETS];
    float[] squares = new float[BUCKETS];
    List<Example> order = new ArrayList<>(examples);
    Random random = new Random(seed);
    for (int pass = 0; pass < PASSES; pass++) {
      java.util.Collections.shuffle(order, random);
      for (Example example : order) {
        double probability = 1 / (1 + Math.exp(-sum(weights, example.fragments())));
        double gradient = example.weight() * (probability - (example.member() ? 1 : 0));
        for (int fragment : example.fragments()) {
          int bucket = bucket(fragment);
          double step = gradient + DECAY * weights[bucket];
          squares[bucket] += (float) (step * step);
          weights[bucket] -= (float) (RATE * step / (CAUTION + Math.sqrt(squares[bucket])));
        }
      }
    }
    return new ConstitutionPrior(weights);
  }

  /** The prior that a file holds. */
  public static ConstitutionPrior read(WeightFile file) {
    return new ConstitutionPrior(file.array("prior.weights", BUCKETS));
  }

  /** Adds the prior to the arrays of a weight file. */
  public void store(Map<String, float[]> arrays) {
    arrays.put("prior.weights", weights);
  }

  /** What the prior sees of a constitution. */
  public static int[] fragments(MolecularGraph graph) {
    return MoleculeFragments.small(graph, RADIUS);
  }

  /** Logarithm of the odds, up to a constant of the formula. */
  public double logOdds(MolecularGraph graph) {
    return sum(weights, fragments(graph));
  }

  private static double sum(float[] weights, int[] fragments) {
    double sum = 0;
    for (int fragment : fragments) {
      sum += weights[bucket(fragment)];
    }
    return sum;
  }

  private static int bucket(int fragment) {
    return fragment >>> 17;
  }
}
